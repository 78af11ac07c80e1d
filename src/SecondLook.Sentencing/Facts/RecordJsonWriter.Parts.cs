using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>The parts of a record.</summary>
internal static partial class RecordJsonWriter
{
    private static void WriteOffense(Utf8JsonWriter json, Offense offense)
    {
        Text(json, "guideline", offense.Guideline);
        List(json, "drugs", offense.Drugs, WriteDrug);
        Amount(json, "convertedDrugWeightKg", offense.ConvertedDrugWeightKg);
        Whole(json, "drugQuantityLevel", offense.DrugQuantityLevel);
        Whole(json, "baseOffenseLevel", offense.BaseOffenseLevel);
        if (offense.BaseOffenseLevelFrom is { } source)
        {
            json.WriteString("baseOffenseLevelFrom", RecordJsonNames.Of(RecordJsonNames.BaseLevelSources, source));
        }

        List(json, "adjustments", offense.Adjustments, WriteAdjustment);
        Whole(json, "totalOffenseLevel", offense.TotalOffenseLevel);
    }

    private static void WriteDrug(Utf8JsonWriter json, Drug drug)
    {
        Text(json, "substance", drug.Substance);
        Amount(json, "grams", drug.Grams);
        Amount(json, "count", drug.Count);
        Amount(json, "actualGrams", drug.ActualGrams);
    }

    private static void WriteAdjustment(Utf8JsonWriter json, Adjustment adjustment)
    {
        Text(json, "rule", adjustment.Rule);
        Whole(json, "levels", adjustment.Levels);
    }

    private static void WriteHistory(Utf8JsonWriter json, CriminalHistory history)
    {
        Whole(json, "points", history.Points);
        Whole(json, "statusPoints", history.StatusPoints);
        Whole(json, "recencyPoints", history.RecencyPoints);
        if (history.Category is { } category)
        {
            json.WriteString("category", RecordJsonNames.Of(RecordJsonNames.Categories, category));
        }

        Texts(json, "zeroPointExclusions", history.ZeroPointExclusions);
    }

    private static void WriteCareerOffender(Utf8JsonWriter json, CareerOffender career)
    {
        YesNo(json, "applied", career.Applied);
        Whole(json, "offenseLevel", career.OffenseLevel);
    }

    private static void WriteStatutoryLimits(Utf8JsonWriter json, StatutoryLimits limits)
    {
        Term(json, "minimumMonths", limits.Minimum);
        Term(json, "maximumMonths", limits.Maximum);
        if (limits.Relief is { } relief)
        {
            json.WriteString("relief", RecordJsonNames.Of(RecordJsonNames.Reliefs, relief));
        }

        YesNo(json, "safetyValve", limits.SafetyValve);
    }

    private static void WriteSentence(Utf8JsonWriter json, Sentence sentence)
    {
        Term(json, "months", sentence.Months);
        Whole(json, "days", sentence.Days);
        List(json, "belowRange", sentence.BelowRange, WriteBelowRange);
        Text(json, "plea", sentence.Plea);
        YesNo(json, "pleaUsedRange", sentence.PleaUsedRange);
        YesNo(json, "courtUsedRange", sentence.CourtUsedRange);
        YesNo(json, "pleaWaivesReduction", sentence.PleaWaivesReduction);
        YesNo(json, "revocation", sentence.Revocation);
        List(json, "consecutive", sentence.Consecutive, WriteConsecutive);
        List(json, "terms", sentence.Terms, WriteTerm);
        Term(json, "supervisedReleaseMonths", sentence.SupervisedReleaseMonths);
    }

    private static void WriteBelowRange(Utf8JsonWriter json, BelowRange cut)
    {
        json.WriteString("basis", RecordJsonNames.Of(RecordJsonNames.BelowRangeBases, cut.Basis));
        Whole(json, "levels", cut.Levels);
        Fraction(json, "percent", cut.Percent);
        Fraction(json, "months", cut.Months);
    }

    private static void WriteConsecutive(Utf8JsonWriter json, ConsecutiveTerm term)
    {
        Text(json, "statute", term.Statute);
        Term(json, "months", term.Months);
        YesNo(json, "forThisOffense", term.ForThisOffense);
    }

    private static void WriteTerm(Utf8JsonWriter json, ImposedTerm term)
    {
        Term(json, "months", term.Months);
        Whole(json, "days", term.Days);
        Text(json, "relation", term.Relation);
        Date(json, "began", term.Began);
    }

    private static void WriteCount(Utf8JsonWriter json, Count count)
    {
        Text(json, "statute", count.Statute);
        Object(json, "quantity", count.Quantity, null, WriteDrug);
        Whole(json, "prior851", count.Prior851);
        Term(json, "minimumMonths", count.Minimum);
        Term(json, "maximumMonths", count.Maximum);
        Term(json, "months", count.Months);
        Text(json, "relation", count.Relation);
    }

    private static void WriteGroup(Utf8JsonWriter json, CountGroup group)
    {
        Text(json, "guideline", group.Guideline);
        Whole(json, "adjustedLevel", group.AdjustedLevel);
        Fraction(json, "units", group.Units);
    }

    private static void WriteCustody(Utf8JsonWriter json, Custody custody)
    {
        Date(json, "sentenceBegan", custody.SentenceBegan);
        Whole(json, "priorCreditDays", custody.PriorCreditDays);
        Whole(json, "goodTimeLostDays", custody.GoodTimeLostDays);
        YesNo(json, "schooling", custody.Schooling);
        Whole(json, "rdapMonths", custody.RdapMonths);
        Whole(json, "earnedCreditDays", custody.EarnedCreditDays);
        YesNo(json, "earnsTimeCredits", custody.EarnsTimeCredits);
        Date(json, "arrivedOn", custody.ArrivedOn);
        Text(json, "facility", custody.Facility);
        Text(json, "detainer", custody.Detainer);
        YesNo(json, "finalRemovalOrder", custody.FinalRemovalOrder);
        Text(json, "placement", custody.Placement);
        Text(json, "destination", custody.Destination);
        Text(json, "citizenship", custody.Citizenship);
        YesNo(json, "released", custody.Released);
        Date(json, "asOf", custody.AsOf is { } asOf ? PartialDate.On(asOf) : null);
    }

    private static void WritePerson(Utf8JsonWriter json, Person person)
    {
        Text(json, "sex", person.Sex);
        Text(json, "race", person.Race);
        YesNo(json, "hispanic", person.Hispanic);
        Whole(json, "age", person.Age);
        Text(json, "name", person.Name);
        Text(json, "registerNumber", person.RegisterNumber);
        Text(json, "docketNumber", person.DocketNumber);
        Whole(json, "defendant", person.Defendant);
    }
}
