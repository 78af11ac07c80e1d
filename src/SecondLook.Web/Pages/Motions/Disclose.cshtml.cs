using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The court, or the office that made it, discloses an entry to the sides.</summary>
internal sealed class DiscloseModel : MotionPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EntryId { get; set; }

    [BindProperty]
    public bool ToDefense { get; set; }

    [BindProperty]
    public bool ToGovernment { get; set; }

    public Entry Entry => View.Entries.First(e => e.Id == EntryId);

    /// <summary>What it is about, so that no other entry is taken for it.</summary>
    public string Title =>
        Entry switch
        {
            SafetyEntry safety => Words.Of(safety.Matter),
            Recalculation stored => $"The answer: {Words.Outcome(stored.Outcome)}",
            Document document => document.Title,
            _ => "What it says",
        };

    /// <summary>Who made it, and from what.</summary>
    public string From =>
        Entry is SafetyEntry safety
            ? $"{safety.Author}, {safety.Source}, {Wording.Date(safety.SourceOn)}"
            : $"{NameOf(Entry.ById)}, {Words.Day(Entry.At)}";

    public string What =>
        Entry switch
        {
            Memorandum => "memorandum",
            SafetyEntry => "entry of the public-safety record",
            Recalculation => "computation",
            Document document => document.Title,
            _ => "entry",
        };

    protected override bool Finds() => base.Finds() && View.Entries.Any(e => e.Id == EntryId);

    public void OnGet() => ToDefense = ToGovernment = true;

    public Task<IActionResult> OnPost() =>
        Do(
            new Disclose
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                EntryId = EntryId,
                ToDefense = ToDefense,
                ToGovernment = ToGovernment,
            },
            "It is disclosed."
        );
}
