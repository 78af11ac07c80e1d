namespace SecondLook.Sentencing.Facts;

/// <summary>The motion, the reductions before it, and where facts come from.</summary>
internal ref partial struct RecordJsonReader
{
    private static readonly FieldNames ReductionFields = new("on", "basis", "months");
    private static readonly FieldNames MotionFields = new("amendments", "decidedOn");
    private static readonly FieldNames SourceFields = new("document", "paragraph", "status");

    private EarlierReduction? ReadReduction()
    {
        if (!EnterObject("an earlier reduction"))
        {
            return null;
        }

        PartialDate? on = null;
        string? basis = null;
        Months? months = null;
        ulong seen = 0;
        while (NextField(ReductionFields, ref seen, out var field))
        {
            switch (field)
            {
                case "on":
                    on = ReadDate("the day of a reduction");
                    break;
                case "basis":
                    basis = ReadReductionBasis();
                    break;
                case "months":
                    months = ReadMonths("the term after a reduction", 0);
                    break;
            }
        }

        LeaveObject();
        return new(on, basis, months);
    }

    private string? ReadReductionBasis()
    {
        const string Amendment = "amendment-";
        var basis = ReadText("the basis of a reduction");
        if (basis is null or "rule-35b" or "commutation" or "first-step-404" or "other")
        {
            return basis;
        }

        if (basis.StartsWith(Amendment, StringComparison.Ordinal) && IsAmendment(basis.AsSpan(Amendment.Length)))
        {
            return basis;
        }

        Complain(
            basis,
            "the basis of a reduction is amendment-NNN, rule-35b, commutation, first-step-404 or other",
            "Write one of these, such as amendment-750, or leave the field out."
        );
        return null;
    }

    private Motion? ReadMotion()
    {
        if (!EnterObject("the motion"))
        {
            return null;
        }

        List<string>? amendments = null;
        PartialDate? decidedOn = null;
        ulong seen = 0;
        while (NextField(MotionFields, ref seen, out var field))
        {
            if (field == "amendments")
            {
                amendments = ReadList("amendments", (ref reader) => reader.ReadAmendment());
            }
            else
            {
                decidedOn = ReadDate("the day of the order");
            }
        }

        LeaveObject();
        return new(amendments, decidedOn);
    }

    private string? ReadAmendment()
    {
        var amendment = ReadText("the number of an amendment");
        if (amendment is null || IsAmendment(amendment))
        {
            return amendment;
        }

        Complain(amendment, "an amendment is named by its number in Appendix C", "Write \"782\", or \"821A\" for one of its parts.");
        return null;
    }

    /// <summary>One to four digits, and a capital letter for a part: 782, 821A.</summary>
    private static bool IsAmendment(ReadOnlySpan<char> text)
    {
        var digits = text.Length > 0 && char.IsAsciiLetterUpper(text[^1]) ? text[..^1] : text;
        return digits.Length is >= 1 and <= 4 && digits[0] != '0' && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>An object whose fields are JSON pointers into the record.</summary>
    private Dictionary<string, FactSource>? ReadSources()
    {
        if (!EnterObject("the list of sources"))
        {
            return null;
        }

        var sources = new Dictionary<string, FactSource>(StringComparer.Ordinal);
        while (NextPointer(out var pointer))
        {
            if (sources.ContainsKey(pointer))
            {
                Refuse("the field is given twice", "Keep the one that is right.");
            }
            else if (ReadSource() is { } source)
            {
                sources[pointer] = source;
            }
        }

        LeaveObject();
        return sources;
    }

    private FactSource? ReadSource()
    {
        if (!EnterObject("the source of a fact"))
        {
            return null;
        }

        string? document = null;
        string? paragraph = null;
        string? status = null;
        ulong seen = 0;
        while (NextField(SourceFields, ref seen, out var field))
        {
            switch (field)
            {
                case "document":
                    document = ReadText("a document");
                    break;
                case "paragraph":
                    paragraph = ReadText("a paragraph");
                    break;
                case "status":
                    status = ReadWord("the status of a fact", RecordJsonNames.FactStatuses);
                    break;
            }
        }

        LeaveObject();
        return new(document, paragraph, status);
    }
}
