using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What of §2D1.11 is not at hand, or is not decided by the text.</summary>
internal static class UncoveredChemicals
{
    private const string Table = "chemical-quantity-table";
    private const string Section = "USSG §2D1.11";
    private const string Role = "3B1.2";

    /// <summary>What one answer lacks; null where it lacks nothing.</summary>
    public static NotCovered? Of(SentencingRecord record, Evaluation answer)
    {
        var law = answer.Reading.Law;
        if (HasNoTable(law) && (law.DrugRulesMove || record.Offense.TotalOffenseLevel is null))
        {
            return new(Section, law.Library.History(Table).NotCoveredWhy!);
        }

        if (!law.DrugRulesMove)
        {
            return null;
        }

        if (record.Offense.BaseOffenseLevelFrom == BaseLevelSource.CrossReference)
        {
            return new($"{Section}(c)", "a level that the cross reference takes from §2D1.1 is not compared with that of §2D1.11");
        }

        return answer.Reading.Level.Quantity?.Open == true
            ? new(
                Section,
                "the line of this Manual is not the one that the amendment strikes, and its text does not say what becomes of the line"
            )
            : DoubtfulCap(record, answer);
    }

    /// <summary>True where the chemical quantity table of the Manual used is not at hand.</summary>
    public static bool HasNoTable(LawStages law) => !law.Library.History(Table).Covers(law.Original.Edition);

    /// <summary>A version of the cap with a note leaves open what the court did, unless the base level that it found shows it.</summary>
    private static NotCovered? DoubtfulCap(SentencingRecord record, Evaluation answer)
    {
        if (
            answer.Reading.Law.Original.Find<MitigatingRoleCap>() is not { Note: { } why } cap
            || answer.Original.Levels.Quantity is not { } level
        )
        {
            return null;
        }

        var role = record.Offense.Adjustments?.Where(a => a.Rule.StartsWith(Role, StringComparison.Ordinal)).Sum(a => a.Levels) ?? 0;
        var capped = cap.Terms.Apply(level, role);
        return capped == level || record.Offense.BaseOffenseLevel == capped ? null : new(cap.Citation, why);
    }
}
