using System.Reflection;
using OnRecord.Cli;
using OnRecord.Ledger;

namespace OnRecord.Tests.House;

public class SurfaceTests
{
    private static readonly Assembly Language = typeof(Language.Problem).Assembly;
    private static readonly Assembly Core = typeof(ILedger).Assembly;
    private static readonly Assembly Storage = typeof(Storage.Sqlite.SqliteLedger).Assembly;
    private static readonly Assembly Board = typeof(OnRecord.Web.BoardServer).Assembly;
    private static readonly Assembly Command = typeof(App).Assembly;

    [Fact]
    public void Public_classes_are_sealed_or_static_or_abstract()
    {
        var types = new[] { Language, Core, Storage, Board, Command }.SelectMany(a => a.GetExportedTypes()).ToList();
        types.Count.ShouldBeGreaterThan(50);
        types.Where(t => t.IsClass && !t.IsSealed && !t.IsAbstract).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Public_records_cannot_be_changed()
    {
        var setters = new[] { Language, Core }.SelectMany(a => a.GetExportedTypes())
            .Where(t => t.GetMethod("<Clone>$") is not null)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
        setters.Select(p => $"{p.DeclaringType!.FullName}.{p.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_static_can_be_changed()
    {
        var fields = new[] { Language, Core, Storage, Board }.SelectMany(a => a.GetTypes())
            .Where(t => !t.Name.Contains('<'))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.Contains('<'));
        fields.Select(f => $"{f.DeclaringType!.FullName}.{f.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void Each_project_knows_only_those_below_it()
    {
        Uses(Language).ShouldBeEmpty();
        Uses(Core).ShouldBe([Language.GetName().Name]);
        Uses(Storage).ShouldBe([Core.GetName().Name, Language.GetName().Name], ignoreOrder: true);
        Uses(Board).ShouldBe([Core.GetName().Name, Language.GetName().Name], ignoreOrder: true);
        Uses(Command).ShouldNotContain("lab");
    }

    [Fact]
    public void Every_exit_code_is_documented()
    {
        var page = Repository.Read("docs/reference/exit-codes.md");
        var codes = typeof(ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static);
        codes.Length.ShouldBe(7);
        foreach (var code in codes) page.ShouldContain($"| {code.GetRawConstantValue()} | {code.Name} |");
        page.Split('\n').Count(line => line.StartsWith("| ") && char.IsDigit(line[2])).ShouldBe(codes.Length);
    }

    [Fact]
    public void The_readme_gives_the_test_command_that_the_ci_runs()
    {
        Repository.Read("README.md").ShouldContain("\n    dotnet test -c Release\n");
        Repository.Read(".ci/run").ShouldContain("dotnet test -c Release ");
        Repository.Read("README.md").ShouldContain("\n    ./onrecord demo\n");
    }

    private static IEnumerable<string?> Uses(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name).Where(name => name is "lab" or "onrecord" || name!.StartsWith("OnRecord", StringComparison.Ordinal));
}
