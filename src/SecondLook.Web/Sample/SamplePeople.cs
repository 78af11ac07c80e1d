using SecondLook.Screening.Population;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Sample;

/// <summary>Somebody who does not exist, drawn from the synthetic stock, with an invented name.</summary>
/// <param name="Name">The name; it says that it is invented.</param>
/// <param name="RegisterNumber">A register number with a suffix that no institution has.</param>
/// <param name="Record">The record.</param>
/// <param name="Determination">The answer for an order on the day of the sample.</param>
internal sealed record SamplePerson(string Name, string RegisterNumber, SentencingRecord Record, Determination Determination);

/// <summary>The people of the sample, chosen from the stock by what a docket must hold: the same people every time.</summary>
internal sealed class SamplePeople
{
    private static readonly string[] Names =
    [
        "Alder",
        "Birch",
        "Cedar",
        "Dogwood",
        "Elm",
        "Fir",
        "Ginkgo",
        "Hazel",
        "Ironwood",
        "Juniper",
        "Katsura",
        "Larch",
        "Maple",
        "Nutmeg",
        "Oak",
        "Pine",
        "Quince",
        "Rowan",
        "Sorrel",
        "Tamarack",
        "Umbra",
        "Viburnum",
        "Willow",
        "Yew",
    ];

    private readonly IEnumerator<(SentencingRecord Record, Determination Answer)> stock;
    private readonly List<(SentencingRecord Record, Determination Answer)> passedOver = [];
    private readonly LawLibrary law;
    private readonly ReductionQuestion question;
    private int named;

    /// <summary>The stock of one district.</summary>
    /// <param name="district">Where they were sentenced.</param>
    /// <param name="question">What is asked about each.</param>
    /// <param name="until">They are still in prison on that day as things stand.</param>
    /// <param name="law">The law.</param>
    public SamplePeople(string district, ReductionQuestion question, DateOnly until, LawLibrary law)
    {
        (this.question, this.law) = (question, law);
        stock = new SyntheticStock(StockModel.Bundled(), law, 1)
            .People()
            .Where(person => person.District == district && SentenceComputation.WithoutOrder(person, until, law)?.Leaves > until)
            .Select(record => (record, SentenceReduction.Determine(record, question, law)))
            .GetEnumerator();
    }

    /// <summary>The next person whom the law lets the court give less, without a cut for assistance.</summary>
    public SamplePerson Eligible() => Next((record, answer) => IsSettled(answer) && !Helped(record));

    /// <summary>The next one whose term was cut upon the government's motion for substantial assistance.</summary>
    public SamplePerson EligibleAfterAssistance() => Next((record, answer) => IsSettled(answer) && Helped(record));

    /// <summary>The next one who is ineligible.</summary>
    public SamplePerson Ineligible() => Next((_, answer) => answer.Outcome == Outcome.Ineligible);

    /// <summary>An eligible one whose record lost the criminal history and the range: what a file without the presentence report looks like.</summary>
    public SamplePerson WithoutPresentenceReport()
    {
        var known = Eligible();
        var record = known.Record with
        {
            CriminalHistory = CriminalHistory.Unknown,
            GuidelineRange = null,
            Offense = known.Record.Offense with { DrugQuantityLevel = null, BaseOffenseLevel = null, TotalOffenseLevel = null },
        };
        return known with { Record = record, Determination = SentenceReduction.Determine(record, question, law) };
    }

    private SamplePerson Next(Func<SentencingRecord, Determination, bool> wanted)
    {
        var at = passedOver.FindIndex(person => wanted(person.Record, person.Answer));
        while (at < 0 && stock.MoveNext())
        {
            passedOver.Add(stock.Current);
            at = wanted(stock.Current.Record, stock.Current.Answer) ? passedOver.Count - 1 : -1;
        }

        var (record, answer) = passedOver[at];
        passedOver.RemoveAt(at);
        var name = $"{Names[named % Names.Length]}, {(char)('A' + (named * 7 % 26))}. (invented)";
        return new(name, $"{90001 + (++named)}-999", record, answer);
    }

    private static bool IsSettled(Determination answer) =>
        answer is { Outcome: Outcome.Eligible, LowestTerm: not null, Missing.Count: 0 } && answer.LowestTerm.Months != Months.Life;

    private static bool Helped(SentencingRecord record) =>
        record.Sentence.BelowRange?.Any(cut => cut.Basis == BelowRangeBasis.SubstantialAssistance) == true;
}
