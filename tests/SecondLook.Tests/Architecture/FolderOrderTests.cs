namespace SecondLook.Tests.Architecture;

/// <summary>
/// The folders of SecondLook.Sentencing are ordered as the work is: first the law and the facts, then the rules, then what follows
/// from them. A type may use its own row and the rows above it.
/// </summary>
public class FolderOrderTests
{
    private const string Root = "SecondLook.Sentencing";

    private static readonly string[][] Rows =
    [
        ["Law", "Facts", "Findings"],
        ["Chapter1", "Chapter2", "Chapter3", "Chapter4", "Chapter5", "Chapter6", "Chapter7", "Statutes", "Custody"],
        ["Procedure"],
        [""], // the calculation itself, which stands in the project's own folder
        ["Reductions"],
        ["Charging", "Clemency"],
    ];

    [Fact]
    public void Every_folder_of_the_rules_has_a_place_in_the_order()
    {
        var folders = CompiledCode.NamedTypes(CompiledCode.Sentencing).Select(Folder).Distinct(StringComparer.Ordinal);

        Expect.None(
            folders.Except(Rows.SelectMany(row => row), StringComparer.Ordinal),
            "Give the folder its place in FolderOrderTests.Rows:"
        );
    }

    [Fact]
    public void No_folder_uses_a_folder_that_comes_after_it()
    {
        var wrong =
            from type in CompiledCode.OwnTypes(CompiledCode.Sentencing)
            from used in CompiledCode.TypesUsedBy(type)
            where used.Assembly == type.Assembly && IsOurs(used) && Row(used) > Row(type)
            select $"{Folder(type)}/{type.Name} uses {Folder(used)}/{used.Name}";

        Expect.None(wrong, "Pass in what is needed, or move the type to the row that uses it:");
    }

    private static int Row(Type type) => Array.FindIndex(Rows, row => row.Contains(Folder(type), StringComparer.Ordinal));

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true;

    /// <summary>The first folder below the project: "Chapter2" for everything in SecondLook.Sentencing.Chapter2.</summary>
    private static string Folder(Type type) =>
        type.Namespace!.Length == Root.Length ? "" : type.Namespace[(Root.Length + 1)..].Split('.')[0];
}
