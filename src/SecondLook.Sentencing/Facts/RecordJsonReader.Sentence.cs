namespace SecondLook.Sentencing.Facts;

/// <summary>The sentence: its term, what cut it below the range, consecutive terms.</summary>
internal ref partial struct RecordJsonReader
{
    private static readonly FieldNames BelowRangeFields = new("basis", "levels", "percent", "months");
    private static readonly FieldNames ConsecutiveFields = new("statute", "months", "forThisOffense");
    private static readonly FieldNames TermFields = new("months", "days", "relation", "began");

    private static readonly FieldNames SentenceFields = new(
        "months",
        "days",
        "belowRange",
        "plea",
        "pleaUsedRange",
        "courtUsedRange",
        "pleaWaivesReduction",
        "revocation",
        "consecutive",
        "terms",
        "supervisedReleaseMonths"
    );

    private Sentence ReadSentence()
    {
        if (!EnterObject("the sentence"))
        {
            return Sentence.Unknown;
        }

        Months? months = null;
        int? days = null;
        List<BelowRange>? belowRange = null;
        string? plea = null;
        bool? pleaUsedRange = null;
        bool? courtUsedRange = null;
        bool? pleaWaivesReduction = null;
        bool? revocation = null;
        List<ConsecutiveTerm>? consecutive = null;
        List<ImposedTerm>? terms = null;
        Months? supervisedRelease = null;
        ulong seen = 0;
        while (NextField(SentenceFields, ref seen, out var field))
        {
            switch (field)
            {
                case "months":
                    months = ReadMonths("a term", 0);
                    break;
                case "days":
                    days = ReadWhole("the number of days beside the months", 0, 400);
                    break;
                case "belowRange":
                    belowRange = ReadList("the parts of the cut below the range", (ref reader) => reader.ReadBelowRange());
                    break;
                case "plea":
                    plea = ReadText("the kind of plea");
                    break;
                case "pleaUsedRange":
                    pleaUsedRange = ReadYesNo();
                    break;
                case "courtUsedRange":
                    courtUsedRange = ReadYesNo();
                    break;
                case "pleaWaivesReduction":
                    pleaWaivesReduction = ReadYesNo();
                    break;
                case "revocation":
                    revocation = ReadYesNo();
                    break;
                case "consecutive":
                    consecutive = ReadList("consecutive terms", (ref reader) => reader.ReadConsecutive());
                    break;
                case "terms":
                    terms = ReadList("terms", (ref reader) => reader.ReadTerm());
                    break;
                case "supervisedReleaseMonths":
                    supervisedRelease = ReadMonths("supervised release", 0);
                    break;
            }
        }

        LeaveObject();
        return new()
        {
            Months = months,
            Days = days,
            BelowRange = belowRange,
            Plea = plea,
            PleaUsedRange = pleaUsedRange,
            CourtUsedRange = courtUsedRange,
            PleaWaivesReduction = pleaWaivesReduction,
            Revocation = revocation,
            Consecutive = consecutive,
            Terms = terms,
            SupervisedReleaseMonths = supervisedRelease,
        };
    }

    private BelowRange? ReadBelowRange()
    {
        if (!EnterObject("a part of the cut below the range"))
        {
            return null;
        }

        BelowRangeBasis? basis = null;
        int? levels = null;
        decimal? percent = null;
        decimal? months = null;
        ulong seen = 0;
        while (NextField(BelowRangeFields, ref seen, out var field))
        {
            switch (field)
            {
                case "basis":
                    basis = ReadChoice("the basis of a cut", RecordJsonNames.BelowRangeBases);
                    break;
                case "levels":
                    levels = ReadWhole("the number of levels", 0, HighestLevel);
                    break;
                case "percent":
                    percent = ReadDecimal("a percentage", 0, 100);
                    break;
                case "months":
                    months = ReadDecimal("the number of months cut", 0, 100_000);
                    break;
            }
        }

        LeaveObject();
        if (basis is not { } known)
        {
            if (problems is null)
            {
                Complain("{...}", "a part of the cut has a `basis`", "Give it, or \"other\" where it is none of the named ones.");
            }

            return null;
        }

        return new(known, levels, percent, months);
    }

    private ConsecutiveTerm? ReadConsecutive()
    {
        if (!EnterObject("a consecutive term"))
        {
            return null;
        }

        string? statute = null;
        Months? months = null;
        bool? forThisOffense = null;
        ulong seen = 0;
        while (NextField(ConsecutiveFields, ref seen, out var field))
        {
            switch (field)
            {
                case "statute":
                    statute = ReadText("a statute");
                    break;
                case "months":
                    months = ReadMonths("a consecutive term", 1);
                    break;
                case "forThisOffense":
                    forThisOffense = ReadYesNo();
                    break;
            }
        }

        LeaveObject();
        return new(statute, months) { ForThisOffense = forThisOffense };
    }

    private ImposedTerm? ReadTerm()
    {
        if (!EnterObject("a term"))
        {
            return null;
        }

        Months? months = null;
        int? days = null;
        string? relation = null;
        PartialDate? began = null;
        ulong seen = 0;
        while (NextField(TermFields, ref seen, out var field))
        {
            switch (field)
            {
                case "months":
                    months = ReadMonths("a term", 0);
                    break;
                case "days":
                    days = ReadWhole("the number of days", 0, 400_000);
                    break;
                case "relation":
                    relation = ReadWord("the relation of a term to the others", RecordJsonNames.Relations);
                    break;
                case "began":
                    began = ReadDate("the day on which a term began");
                    break;
            }
        }

        LeaveObject();
        return new(months, days, relation, began);
    }
}
