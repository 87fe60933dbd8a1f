using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using OnRecord.Cli.Verbs;
using OnRecord.Language;
using OnRecord.Ledger;

namespace OnRecord.Cli;

/// <summary>The command line: finds the verb, runs it, and turns whatever goes wrong into one line and an exit code.</summary>
internal static class App
{
    /// <summary>Runs one command line.</summary>
    public static int Run(IReadOnlyList<string> arguments, Surroundings s)
    {
        try
        {
            var parsed = Root(s).Parse(arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
            {
                foreach (var error in parsed.Errors)
                    s.Say(new Problem(error.Message.TrimEnd('.'), "command line", $"see {Name(parsed.CommandResult)} --help"));
                return ExitCodes.Usage;
            }
            var code = parsed.Invoke(new InvocationConfiguration { Output = s.Out, Error = s.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            s.Out.Flush();
            return s.Stop.IsCancellationRequested && code == ExitCodes.Done ? ExitCodes.Stopped : code;
        }
        catch (LedgerFailure e)
        {
            return s.Fail(e.Problem, ExitCodes.Record);
        }
        catch (OperationCanceledException) when (s.Stop.IsCancellationRequested)
        {
            return ExitCodes.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return s.Fail(new Problem(e.Message, "input or output", "check the disk, the path and the permissions"), ExitCodes.Nothing);
        }
        catch (Exception e)
        {
            return s.Fail(new Problem($"{e.GetType().Name}: {e.Message}", "inside OnRecord", "this is a mistake in OnRecord itself: please report it with the command line that led to it"), ExitCodes.Internal);
        }
        finally
        {
            FlushQuietly(s.Out);
        }
    }

    // After a failure: what was written before it is still worth showing, and a second failure is not worth saying.
    private static void FlushQuietly(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
        }
    }

    // The verb with those above it: "onrecord list statements".
    private static string Name(CommandResult result) => result.Parent is CommandResult above ? $"{Name(above)} {result.Command.Name}" : "onrecord";

    private static RootCommand Root(Surroundings s)
    {
        var root = new RootCommand("Reads news reports of a conflict and keeps the record: who says that what happened, where and when, by whose word, and what became of it.")
        {
            Shared.Record,
            DemoVerb.Create(s), ReadVerb.Create(s), ReportVerb.Create(s), ListVerb.Create(s), ExplainVerb.Create(s), ExportVerb.Create(s), ExtractVerb.Create(s), ServeVerb.Create(s), ScoreVerb.Create(s), CheckVerb.Create(s),
        };
        root.SetAction(parsed => StatusVerb.Run(s, parsed.RecordPath(s)));
        return root;
    }
}
