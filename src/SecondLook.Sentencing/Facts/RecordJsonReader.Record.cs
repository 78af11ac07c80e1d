namespace SecondLook.Sentencing.Facts;

/// <summary>The record itself, its motion, its earlier reductions, and where its facts come from.</summary>
internal ref partial struct RecordJsonReader
{
    private const int LongestId = 200;

    private static readonly FieldNames RecordFields = new(
        "id",
        "district",
        "sentencedOn",
        "offenseEndedOn",
        "manual",
        "offense",
        "criminalHistory",
        "careerOffender",
        "guidelineRange",
        "statutory",
        "sentence",
        "earlierReductions",
        "motion",
        "counts",
        "groups",
        "custody",
        "person",
        "sources",
        "source",
        "synthetic"
    );

    private static readonly FieldNames ReductionFields = new("on", "basis", "months");
    private static readonly FieldNames MotionFields = new("amendments", "decidedOn");
    private static readonly FieldNames SourceFields = new("document", "paragraph", "status");

    /// <summary>Reads the one object there is, up to the end of the text.</summary>
    public SentencingRecord? ReadRecord()
    {
        json.Read();
        if (!EnterObject("a record"))
        {
            return null;
        }

        string? id = null;
        string? district = null;
        string? source = null;
        PartialDate? sentencedOn = null;
        PartialDate? offenseEndedOn = null;
        PartialDate? manual = null;
        var offense = Offense.Unknown;
        var history = CriminalHistory.Unknown;
        var career = CareerOffender.Unknown;
        var statutory = StatutoryLimits.Unknown;
        var sentence = Sentence.Unknown;
        MonthRange? range = null;
        List<EarlierReduction>? reductions = null;
        Motion? motion = null;
        List<Count>? counts = null;
        List<CountGroup>? groups = null;
        Custody? custody = null;
        Person? person = null;
        Dictionary<string, FactSource>? sources = null;
        var synthetic = false;
        ulong seen = 0;
        while (NextField(RecordFields, ref seen, out var field))
        {
            switch (field)
            {
                case "id":
                    id = ReadText("the id", LongestId);
                    break;
                case "district":
                    district = ReadText("a district");
                    break;
                case "sentencedOn":
                    sentencedOn = ReadDate("the day of sentencing");
                    break;
                case "offenseEndedOn":
                    offenseEndedOn = ReadDate("the end of the offense");
                    break;
                case "manual":
                    manual = ReadDate("the effective date of a Manual");
                    break;
                case "offense":
                    offense = ReadOffense();
                    break;
                case "criminalHistory":
                    history = ReadCriminalHistory();
                    break;
                case "careerOffender":
                    career = ReadCareerOffender();
                    break;
                case "guidelineRange":
                    range = ReadRange();
                    break;
                case "statutory":
                    statutory = ReadStatutoryLimits();
                    break;
                case "sentence":
                    sentence = ReadSentence();
                    break;
                case "earlierReductions":
                    reductions = ReadList("earlier reductions", (ref reader) => reader.ReadReduction());
                    break;
                case "motion":
                    motion = ReadMotion();
                    break;
                case "counts":
                    counts = ReadList("counts", (ref reader) => reader.ReadCount());
                    break;
                case "groups":
                    groups = ReadList("groups", (ref reader) => reader.ReadGroup());
                    break;
                case "custody":
                    custody = ReadCustody();
                    break;
                case "person":
                    person = ReadPerson();
                    break;
                case "sources":
                    sources = ReadSources();
                    break;
                case "source":
                    source = ReadText("a source");
                    break;
                case "synthetic":
                    synthetic = ReadYesNo() ?? false;
                    break;
            }
        }

        LeaveObject();
        json.Read();
        if (id is null)
        {
            if (problems is null)
            {
                Report(new("id", "", "every record has an id", "Give it one that no other record of the file has."));
            }

            return null;
        }

        return new()
        {
            Id = id,
            District = district,
            SentencedOn = sentencedOn,
            OffenseEndedOn = offenseEndedOn,
            Manual = manual?.First,
            Offense = offense,
            CriminalHistory = history,
            CareerOffender = career,
            GuidelineRange = range,
            Statutory = statutory,
            Sentence = sentence,
            EarlierReductions = reductions,
            Motion = motion,
            Counts = counts,
            Groups = groups,
            Custody = custody,
            Person = person,
            Sources = sources,
            Source = source,
            Synthetic = synthetic,
            ReadingNotes = notes is null ? [] : notes,
        };
    }

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
