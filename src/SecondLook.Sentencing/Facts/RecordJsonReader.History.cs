namespace SecondLook.Sentencing.Facts;

/// <summary>Criminal history, career offender status, the range and the statutory limits.</summary>
internal ref partial struct RecordJsonReader
{
    private const int MostPoints = 300;

    private static readonly FieldNames HistoryFields = new("points", "statusPoints", "recencyPoints", "category", "zeroPointExclusions");
    private static readonly FieldNames CareerFields = new("applied", "offenseLevel");
    private static readonly FieldNames StatutoryFields = new("minimumMonths", "maximumMonths", "relief", "safetyValve");

    private CriminalHistory ReadCriminalHistory()
    {
        if (!EnterObject("the criminal history"))
        {
            return CriminalHistory.Unknown;
        }

        int? points = null;
        int? status = null;
        int? recency = null;
        int? category = null;
        List<string>? exclusions = null;
        ulong seen = 0;
        while (NextField(HistoryFields, ref seen, out var field))
        {
            switch (field)
            {
                case "points":
                    points = ReadWhole("the number of points", 0, MostPoints);
                    break;
                case "statusPoints":
                    status = ReadWhole("the number of status points", 0, 2);
                    break;
                case "recencyPoints":
                    recency = ReadWhole("the number of recency points", 0, 2);
                    break;
                case "category":
                    category = ReadChoice("a criminal history category", RecordJsonNames.Categories);
                    break;
                case "zeroPointExclusions":
                    exclusions = ReadList("exclusions", (ref reader) => reader.ReadExclusion());
                    break;
            }
        }

        LeaveObject();
        return new()
        {
            Points = points,
            StatusPoints = status,
            RecencyPoints = recency,
            Category = category,
            ZeroPointExclusions = exclusions,
        };
    }

    /// <summary>A paragraph of §4C1.1(a): <c>(10)</c>, or <c>4C1.1(a)(10)</c>.</summary>
    private string? ReadExclusion()
    {
        var text = ReadText("an exclusion", 40);
        if (text is null)
        {
            return null;
        }

        var paragraph = SectionNames.WithoutSign(text);
        paragraph = paragraph.StartsWith("4C1.1(a)", StringComparison.Ordinal) ? paragraph["4C1.1(a)".Length..] : paragraph;
        if (paragraph is "(2)" or "(3)" or "(4)" or "(5)" or "(6)" or "(7)" or "(8)" or "(9)" or "(10)" or "(11)")
        {
            return words[paragraph];
        }

        Complain(text, "an exclusion is a paragraph of §4C1.1(a), from (2) to (11)", "Write it as \"(10)\".");
        return null;
    }

    private CareerOffender ReadCareerOffender()
    {
        if (!EnterObject("career offender status"))
        {
            return CareerOffender.Unknown;
        }

        bool? applied = null;
        int? level = null;
        ulong seen = 0;
        while (NextField(CareerFields, ref seen, out var field))
        {
            if (field == "applied")
            {
                applied = ReadYesNo();
            }
            else
            {
                level = ReadWhole("the level of §4B1.1(b)", 1, 43);
            }
        }

        LeaveObject();
        return new() { Applied = applied, OffenseLevel = level };
    }

    private MonthRange? ReadRange()
    {
        if (!EnterObject("the guideline range"))
        {
            return null;
        }

        Months? min = null;
        Months? max = null;
        ulong seen = 0;
        while (NextField(MinMax, ref seen, out var field))
        {
            if (field == "min")
            {
                min = ReadMonths("the bottom of a range", 0);
            }
            else
            {
                max = ReadMonths("the top of a range", 1);
            }
        }

        LeaveObject();
        if (min is { } bottom && max is { } top)
        {
            if (bottom > top)
            {
                Complain($"{bottom}-{top}", "the bottom of the range is above its top", "Exchange them.");
            }

            return new(bottom, top);
        }

        if (problems is null && seen != 0)
        {
            Complain("{...}", "a range has two ends", "Give `min` and `max` in months; `max` may be \"life\".");
        }

        return null;
    }

    private StatutoryLimits ReadStatutoryLimits()
    {
        if (!EnterObject("the statutory limits"))
        {
            return StatutoryLimits.Unknown;
        }

        Months? minimum = null;
        Months? maximum = null;
        MinimumRelief? relief = null;
        bool? safetyValve = null;
        ulong seen = 0;
        while (NextField(StatutoryFields, ref seen, out var field))
        {
            switch (field)
            {
                case "minimumMonths":
                    minimum = ReadMonths("a statutory minimum", 0);
                    break;
                case "maximumMonths":
                    maximum = ReadMonths("a statutory maximum", 1);
                    break;
                case "relief":
                    relief = ReadChoice("the relief from a minimum", RecordJsonNames.Reliefs);
                    break;
                case "safetyValve":
                    safetyValve = ReadYesNo();
                    break;
            }
        }

        LeaveObject();
        if (minimum > maximum)
        {
            (notes ??= []).Add($"the statutory minimum of {minimum} months is above the maximum of {maximum}");
        }

        return new()
        {
            Minimum = minimum,
            Maximum = maximum,
            Relief = relief,
            SafetyValve = safetyValve,
        };
    }
}
