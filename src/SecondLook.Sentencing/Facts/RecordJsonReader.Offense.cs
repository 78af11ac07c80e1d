namespace SecondLook.Sentencing.Facts;

/// <summary>The offense: substances, levels, adjustments.</summary>
internal ref partial struct RecordJsonReader
{
    private const int HighestLevel = 80;

    private static readonly FieldNames MinMax = new("min", "max");
    private static readonly FieldNames DrugFields = new("substance", "grams", "count", "actualGrams");
    private static readonly FieldNames AdjustmentFields = new("rule", "levels");

    private static readonly FieldNames OffenseFields = new(
        "guideline",
        "drugs",
        "convertedDrugWeightKg",
        "drugQuantityLevel",
        "baseOffenseLevel",
        "baseOffenseLevelFrom",
        "adjustments",
        "totalOffenseLevel"
    );

    private Offense ReadOffense()
    {
        if (!EnterObject("the offense"))
        {
            return Offense.Unknown;
        }

        string? guideline = null;
        List<Drug>? drugs = null;
        Quantity? converted = null;
        int? quantityLevel = null;
        int? baseLevel = null;
        BaseLevelSource? baseLevelFrom = null;
        List<Adjustment>? adjustments = null;
        int? total = null;
        ulong seen = 0;
        while (NextField(OffenseFields, ref seen, out var field))
        {
            switch (field)
            {
                case "guideline":
                    guideline = ReadGuideline();
                    break;
                case "drugs":
                    drugs = ReadList("drugs", (ref reader) => reader.ReadDrug());
                    break;
                case "convertedDrugWeightKg":
                    converted = ReadQuantity("a converted drug weight in kilograms");
                    break;
                case "drugQuantityLevel":
                    quantityLevel = ReadWhole("the level of the Drug Quantity Table", 1, 43);
                    break;
                case "baseOffenseLevel":
                    baseLevel = ReadWhole("a base offense level", 1, 43);
                    break;
                case "baseOffenseLevelFrom":
                    baseLevelFrom = ReadChoice("the source of a base offense level", RecordJsonNames.BaseLevelSources);
                    break;
                case "adjustments":
                    adjustments = ReadList("adjustments", (ref reader) => reader.ReadAdjustment());
                    break;
                case "totalOffenseLevel":
                    total = ReadWhole("a total offense level, as added up,", -20, HighestLevel);
                    break;
            }
        }

        LeaveObject();
        return new()
        {
            Guideline = guideline,
            Drugs = drugs,
            ConvertedDrugWeightKg = converted,
            DrugQuantityLevel = quantityLevel,
            BaseOffenseLevel = baseLevel,
            BaseOffenseLevelFrom = baseLevelFrom,
            Adjustments = adjustments,
            TotalOffenseLevel = total,
        };
    }

    /// <summary>A guideline, such as <c>2D1.1</c>; a section sign and USSG before it are taken off.</summary>
    private string? ReadGuideline()
    {
        var text = ReadText("a guideline", 40);
        if (text is null)
        {
            return null;
        }

        var guideline = words[SectionNames.WithoutSign(text)].ToUpperInvariant();
        if (SectionNames.IsGuideline(guideline))
        {
            return words[guideline];
        }

        Complain(text, "this is not the number of a guideline of Chapter Two", "Write it as in the Manual, such as \"2D1.1\".");
        return null;
    }

    private Drug? ReadDrug()
    {
        if (!EnterObject("a drug"))
        {
            return null;
        }

        string? substance = null;
        Quantity? grams = null;
        Quantity? count = null;
        Quantity? actual = null;
        ulong seen = 0;
        while (NextField(DrugFields, ref seen, out var field))
        {
            switch (field)
            {
                case "substance":
                    substance = ReadSubstance();
                    break;
                case "grams":
                    grams = ReadQuantity("a weight in grams");
                    break;
                case "count":
                    count = ReadCountOfUnits();
                    break;
                case "actualGrams":
                    actual = ReadQuantity("the weight of the substance itself in grams");
                    break;
            }
        }

        LeaveObject();
        return new(substance, grams, count) { ActualGrams = actual };
    }

    private Quantity? ReadCountOfUnits()
    {
        var count = ReadQuantity("a number of plants, pills or units");
        if (count is { } found && (!decimal.IsInteger(found.AtLeast) || !decimal.IsInteger(found.LessThan ?? 0)))
        {
            Complain(
                $"{found.AtLeast}",
                "plants, pills and units are counted in whole numbers",
                "Write a whole number, or give the weight as `grams`."
            );
        }

        return count;
    }

    private string? ReadSubstance()
    {
        var text = ReadText("a substance", 100);
        if (text is null)
        {
            return null;
        }

        var name = SubstanceNames.Canonical(text);
        if (name is "other" or "unknown")
        {
            return null;
        }

        if (substances is null || substances.Contains(name))
        {
            return words[name];
        }

        var meant = NearestName.To(name, substances);
        Complain(
            text,
            "there is no such substance in the Drug Quantity Table or the equivalency list",
            meant is null
                ? "Write its name there with hyphens, or \"other\" where it is not known."
                : $"Did you mean \"{meant}\"? Write \"other\" where it is not known."
        );
        return null;
    }

    private Adjustment? ReadAdjustment()
    {
        if (!EnterObject("an adjustment"))
        {
            return null;
        }

        string? rule = null;
        int? levels = null;
        ulong seen = 0;
        while (NextField(AdjustmentFields, ref seen, out var field))
        {
            if (field == "rule")
            {
                rule = ReadText("the rule of an adjustment", 100) is { } text ? words[SectionNames.WithoutSign(text)] : null;
            }
            else
            {
                levels = ReadWhole("the number of levels", -HighestLevel, HighestLevel);
            }
        }

        LeaveObject();
        if (rule is not null && levels is { } known)
        {
            return new(rule, known);
        }

        if (problems is null)
        {
            Complain("{...}", "an adjustment has a `rule` and `levels`", "Give both, such as { \"rule\": \"3E1.1\", \"levels\": -3 }.");
        }

        return null;
    }
}
