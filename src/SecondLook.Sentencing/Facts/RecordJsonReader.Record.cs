namespace SecondLook.Sentencing.Facts;

/// <summary>The record itself.</summary>
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
}
