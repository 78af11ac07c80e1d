namespace SecondLook.Tests.SecondOpinion;

/// <summary>21 U.S.C. 841(b)(1) and §5G1.2: the limits that the counts of conviction give.</summary>
internal static class CountOpinion
{
    /// <summary>Everybody's offense ended ten months before the Manual began to be used.</summary>
    public static DateOnly OffenseOf(Person person) => person.Manual.AddMonths(-10);

    /// <summary>
    /// §5G1.2 n.3(B): the minimum of any count restricts the range of all. By (d) terms run consecutively "to the extent necessary to produce
    /// a combined sentence equal to the total punishment", so the maximums of all counts together are what limits it.
    /// </summary>
    public static Term Of(IReadOnlyList<Charge> charges, DateOnly sentenced, DateOnly offense)
    {
        var terms = charges.Select(c => Of(c, sentenced, offense)).ToList();
        return new(terms.Max(t => t.Min), terms.Any(t => t.Max == Term.Life) ? Term.Life : terms.Sum(t => t.Max));
    }

    /// <summary>The highest maximum of a single count, which is the "offense statutory maximum" of §4B1.1(b).</summary>
    public static int Gravest(Person person) =>
        person.Charges.Count == 0 ? person.Maximum : person.Charges.Max(c => Of(c, person.Manual, OffenseOf(person)).Max);

    public static Least? LeastOf(string substance, DateOnly sentenced, DateOnly offense) =>
        Keyed.Least.FirstOrDefault(l => l.Substance == substance && l.Period.Holds(substance == "cocaine-base" ? sentenced : offense));

    private static Term Of(Charge charge, DateOnly sentenced, DateOnly offense)
    {
        if (charge.Stated is { } stated)
        {
            return stated;
        }

        var paragraph = charge.Paragraph ?? ParagraphOf(charge, sentenced, offense);
        return Keyed.Terms.First(t => t.Paragraph == paragraph && t.Period.Holds(sentenced) && t.Priors == Math.Min(2, charge.Priors)).Term;
    }

    private static char ParagraphOf(Charge charge, DateOnly sentenced, DateOnly offense)
    {
        var least = LeastOf(charge.Substance!, sentenced, offense)!;
        return charge.Amount >= least.OfA ? 'A'
            : charge.Amount >= least.OfB ? 'B'
            : charge.Amount < least.BelowIsD ? 'D'
            : 'C';
    }
}
