using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

public static partial class LawChecks
{
    /// <summary>
    /// The Manual of the day before, with the keyed amendments of a day substituted, must be the Manual of that day in everything that the
    /// amendments touch. What other amendments of the same day changed is left out of the comparison.
    /// </summary>
    private static void CheckSubstitutions(LawLibrary law, List<LawFinding> found)
    {
        foreach (var day in law.Amendments.Where(a => a.Substitutions.Count > 0).GroupBy(a => a.Effective))
        {
            foreach (var amendment in day)
            {
                try
                {
                    CheckLines(law, amendment, found);
                    Compare(law, amendment, found);
                }
                catch (LawException wrong)
                {
                    Add(found, wrong);
                }
            }
        }
    }

    private static void Compare(LawLibrary law, Amendment amendment, List<LawFinding> found)
    {
        var amended = law.ManualOn(amendment.Effective.AddDays(-1))
            .Substitute(amendment)
            .EveryProvision.ToDictionary(p => p.Element, StringComparer.Ordinal);
        foreach (var substitution in amendment.Substitutions)
        {
            var element = law.Elements.First(e => e.Element == substitution.Element);
            if (element.On(amendment.Effective) is not { } next || next.Effective != amendment.Effective)
            {
                found.Add(
                    new(
                        element.File,
                        null,
                        $"has no version of {amendment.Effective:yyyy-MM-dd}, although amendment {amendment.Id} makes one."
                    )
                );
                continue;
            }

            foreach (var difference in Differences(amended[substitution.Element].AnyTerms, next.AnyTerms, Touched(substitution)))
            {
                found.Add(
                    new(
                        $"{LawReader.AmendmentFolder}{amendment.Id}.yaml",
                        null,
                        $"turns {substitution.Element} into another than that of {amendment.Effective:yyyy-MM-dd}: {difference}."
                    )
                );
            }
        }
    }

    /// <summary>An amendment strikes lines that the Manual of the day before has, and inserts lines that do not overlap.</summary>
    private static void CheckLines(LawLibrary law, Amendment amendment, List<LawFinding> found)
    {
        foreach (var substitution in amendment.Substitutions.OfType<Edit<DrugQuantityTable, QuantityTableEdit>>())
        {
            var edit = substitution.Written;
            var file = $"{LawReader.AmendmentFolder}{amendment.Id}.yaml";
            var element = law.History(substitution.Element);
            if (element.On(amendment.Effective.AddDays(-1)) is not Provision<DrugQuantityTable> { Terms: var table })
            {
                found.Add(new(element.File, null, $"has no version that amendment {amendment.Id} could amend."));
                continue;
            }

            foreach (var (substance, unit, line) in edit.Struck)
            {
                if (table.LinesOf(substance) is not { } lines || lines.Unit != unit || !lines.Lines.Contains(line))
                {
                    found.Add(
                        new(
                            file,
                            null,
                            $"strikes {substance} at level {line.Level}, {line.AtLeast} to {line.LessThan}, which the Manual does not have."
                        )
                    );
                }
            }

            foreach (var inserted in edit.Inserted.GroupBy(l => l.Substance, l => l.Line, StringComparer.Ordinal))
            {
                var sorted = inserted.OrderBy(l => l.AtLeast).ToList();
                for (var i = 1; i < sorted.Count; i++)
                {
                    if (sorted[i - 1].LessThan is not { } end || end > sorted[i].AtLeast || sorted[i - 1].Level >= sorted[i].Level)
                    {
                        found.Add(
                            new(
                                file,
                                null,
                                $"inserts lines of {inserted.Key} for levels {sorted[i - 1].Level} and {sorted[i].Level} that overlap."
                            )
                        );
                    }
                }
            }
        }
    }

    /// <summary>The substances that an edit names; null for the whole of the element.</summary>
    private static IReadOnlySet<string>? Touched(Substitution substitution) =>
        substitution switch
        {
            Edit<DrugQuantityTable, QuantityTableEdit> { Written: { Relabel.Count: 0 } edit } => edit
                .Struck.Concat(edit.Inserted)
                .Select(l => l.Substance)
                .ToHashSet(),
            Edit<DrugEquivalencies, EquivalencyEdit> { Written: var edit } => edit.Entries.Keys.ToHashSet(),
            _ => null,
        };

    private static IEnumerable<string> Differences(object before, object after, IReadOnlySet<string>? touched) =>
        (before, after) switch
        {
            (DrugQuantityTable a, DrugQuantityTable b) => Differences(a.Substances, b.Substances, touched),
            (DrugEquivalencies a, DrugEquivalencies b) => Differences(a.Entries, b.Entries, touched),
            _ => LawText.OfTerms(before) == LawText.OfTerms(after) ? [] : ["the terms differ"],
        };

    private static IEnumerable<string> Differences<T>(
        IReadOnlyDictionary<string, T> before,
        IReadOnlyDictionary<string, T> after,
        IReadOnlySet<string>? touched
    )
        where T : class
    {
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(n => touched?.Contains(n) != false))
        {
            if (Text(before.GetValueOrDefault(name)) != Text(after.GetValueOrDefault(name)))
            {
                yield return name;
            }
        }

        static string Text(T? value) =>
            value switch
            {
                null => "",
                Equivalency entry => LawText.OfTerms(entry with { Source = "" }),
                _ => LawText.OfTerms(value),
            };
    }
}
