using System.Reflection;

namespace SecondLook.Tests.Architecture;

/// <summary>The walls between projects: docs/decisions/0001-projects-and-walls.md.</summary>
public class WallTests
{
    /// <summary>Text that is already in memory, or in the assembly, is not input or output.</summary>
    private static readonly HashSet<string> HarmlessTypesOfSystemIO =
    [
        "System.IO.EndOfStreamException",
        "System.IO.IOException",
        "System.IO.InvalidDataException",
        "System.IO.MemoryStream",
        "System.IO.Path",
        "System.IO.Stream",
        "System.IO.StreamReader",
        "System.IO.StringReader",
        "System.IO.StringWriter",
        "System.IO.TextReader",
        "System.IO.TextWriter",
    ];

    private static readonly string[] OutsideWorld =
    [
        "Microsoft.Data",
        "Microsoft.EntityFrameworkCore",
        "Microsoft.Win32",
        "Spectre",
        "System.Console",
        "System.Data",
        "System.Diagnostics.Process",
        "System.Net",
    ];

    [Fact]
    public void The_rules_know_no_other_project_of_ours()
    {
        Expect.None(OurReferences(CompiledCode.Sentencing), "The rules may not depend on what uses them:");
    }

    [Fact]
    public void Screening_knows_the_rules_and_nothing_else_of_ours()
    {
        Expect.None(
            OurReferences(CompiledCode.Screening).Except(["SecondLook.Sentencing"], StringComparer.Ordinal),
            "Screening may use only the rules:"
        );
    }

    /// <summary>A screen must not see cases, and a case holds what a screen found, not the screen.</summary>
    [Fact]
    public void The_docket_knows_the_rules_and_nothing_else_of_ours()
    {
        Expect.None(
            OurReferences(CompiledCode.Docket).Except(["SecondLook.Sentencing"], StringComparer.Ordinal),
            "The docket may use only the rules:"
        );
    }

    /// <summary>What leaves the docket goes through the store, which knows who reads.</summary>
    [Fact]
    public void The_database_of_the_docket_is_not_public()
    {
        Expect.None(
            CompiledCode
                .NamedTypes(CompiledCode.Docket)
                .Where(type => type.IsVisible && type.IsAssignableTo(typeof(Microsoft.EntityFrameworkCore.DbContext)))
                .Select(type => type.FullName!),
            "Make it internal, and ask through DocketStore:"
        );
    }

    [Fact]
    public void The_rules_read_and_write_nothing()
    {
        var used = CompiledCode.TypesReferencedBy(CompiledCode.Sentencing);

        Expect.None(
            used.Where(type => IsIn(type, "System.IO") && !HarmlessTypesOfSystemIO.Contains(type)),
            "Read the file outside the rules, and pass in its text:"
        );
        Expect.None(
            used.Where(type => OutsideWorld.Any(place => type == place || IsIn(type, place))),
            "The rules are functions of their arguments; move this to the caller:"
        );
    }

    [Fact]
    public void The_rules_need_one_package_and_it_reads_the_law()
    {
        var packages = CompiledCode
            .Sentencing.GetReferencedAssemblies()
            .Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

        Expect.None(
            packages.Except(["YamlDotNet"], StringComparer.Ordinal),
            "The rules should need no package but the one that reads YAML:"
        );
    }

    private static IEnumerable<string> OurReferences(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("SecondLook", StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(string type, string place) => type.StartsWith(place + ".", StringComparison.Ordinal);
}
