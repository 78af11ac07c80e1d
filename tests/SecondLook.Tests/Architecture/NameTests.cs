namespace SecondLook.Tests.Architecture;

public class NameTests
{
    /// <summary>Words that say nothing about sentencing. What the type does has a name in the field: use that.</summary>
    private static readonly string[] EmptyWords =
    [
        "Base",
        "Common",
        "Dto",
        "DTO",
        "Engine",
        "Helper",
        "Helpers",
        "Manager",
        "Processor",
        "Service",
        "Util",
        "Utilities",
        "Utility",
        "Utils",
    ];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing()
    {
        var wrong = OurTypes()
            .Where(type => EmptyWords.Any(word => PlainName(type).EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName!);

        Expect.None(wrong, "Name it for what it is or does in the field:");
    }

    [Fact]
    public void No_namespace_holds_a_word_that_says_nothing()
    {
        var wrong = OurTypes()
            .Select(type => type.Namespace!)
            .Distinct(StringComparer.Ordinal)
            .Where(space => space.Split('.').Intersect(EmptyWords, StringComparer.Ordinal).Any());

        Expect.None(wrong, "Name it for what it is or does in the field:");
    }

    private static IEnumerable<Type> OurTypes() =>
        new[] { CompiledCode.Sentencing, CompiledCode.Screening, CompiledCode.Docket, CompiledCode.Cli }.SelectMany(
            CompiledCode.NamedTypes
        );

    private static string PlainName(Type type) => type.Name.Split('`')[0];
}
