using System.Text;
using OnRecord.Cli;

// Reading and writing in UTF-8 whatever the terminal's locale says.
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C lets the article at hand be recorded; the second ends the process.
    pressed.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
};
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var bytes = Console.OpenStandardOutput();
var output = new StreamWriter(bytes, utf8, 1 << 14) { AutoFlush = !Console.IsOutputRedirected };
using var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
return App.Run(args, Composition.Of(output, error, bytes, stopping.Token));

/// <summary>The entry point, which nobody outside calls.</summary>
internal sealed partial class Program;
