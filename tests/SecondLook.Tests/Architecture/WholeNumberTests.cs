namespace SecondLook.Tests.Architecture;

/// <summary>
/// Months are whole and drug weights are decimal. Binary fractions round where the law does not.
/// BannedSymbols.Sentencing.txt bans the types by name, but the analyzer does not see the keywords; this does.
/// </summary>
public class WholeNumberTests
{
    private static readonly HashSet<Type> BinaryFractions = [typeof(double), typeof(float), typeof(Half)];

    [Fact]
    public void The_rules_use_no_binary_fractions()
    {
        var wrong =
            from type in CompiledCode.OwnTypes(CompiledCode.Sentencing)
            from used in CompiledCode.TypesUsedBy(type)
            where BinaryFractions.Contains(used)
            select $"{type.FullName} uses {used.Name}";

        Expect.None(wrong, "Use whole numbers, or decimal:");
    }
}
