using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Web.Cases;
using Side = SecondLook.Docket.People.Side;

namespace SecondLook.Web.Pages.Cases;

/// <summary>
/// A recalculation from a record that is entered or corrected. It is stored beside the one before, which stays as it was; another office's is
/// answered with one's own.
/// </summary>
public sealed class RecalculateModel : CaseViewPage
{
    /// <summary>The main facts as typed, by their paths.</summary>
    [BindProperty]
    public Dictionary<string, string?> Facts { get; set; } = [];

    /// <summary>The record as JSON.</summary>
    [BindProperty]
    public string? Json { get; set; }

    /// <summary>The amendments asked about, separated by commas; empty for every covered one.</summary>
    [BindProperty]
    public string? Amendments { get; set; }

    /// <summary>The date of the order.</summary>
    [BindProperty]
    public string? OrderDate { get; set; }

    /// <summary>What would be stored, where it was only computed.</summary>
    public Worksheet? Preview { get; private set; }

    /// <summary>The own office's recalculation whose place the new one takes; null for a first one.</summary>
    public Recalculation? Corrected => Shown is { } shown && shown.Stored.OfficeId == Me.OfficeId ? shown.Stored : null;

    /// <summary>What a field holds: what was typed, or what the record says.</summary>
    public string ValueOf(MainFact fact) => Facts.TryGetValue(fact.Path, out var typed) ? typed ?? "" : fact.Read(Start);

    /// <summary>Shows the record of the recalculation that is shown, or an empty one.</summary>
    public IActionResult OnGet()
    {
        if (Me.Side == Side.None)
        {
            return NotFound();
        }

        Json = RecordNode.Text(Start);
        Amendments = Shown?.Asked is { } asked ? string.Join(", ", asked) : "";
        OrderDate = Shown?.Determination?.OrderDate.ToString() ?? Today.ToString("yyyy-MM-dd");
        return Page();
    }

    /// <summary>Computes and stores nothing.</summary>
    public IActionResult OnPostCompute()
    {
        if (Compute() is var (record, determination))
        {
            Preview = Worksheet.Of(determination, record);
        }

        return Page();
    }

    /// <summary>Computes and stores.</summary>
    public async Task<IActionResult> OnPostStore()
    {
        if (
            Compute() is not var (record, determination)
            || !await Try(() =>
                Store.Perform(
                    new StoreRecalculation
                    {
                        Id = Key,
                        CaseId = Id,
                        By = Me.Id,
                        At = Now,
                        Seen = Seen,
                        Record = record,
                        Determination = determination,
                        EngineVersion = Version,
                        Corrects = Corrected?.Id,
                    }
                )
            )
        )
        {
            return Page();
        }

        Say(
            Corrected is null
                ? "The recalculation is stored for your office."
                : "The recalculation is stored; the one before stays as it was."
        );
        return RedirectToPage("/Cases/Show", new { Id });
    }

    private static string Version =>
        typeof(RecalculateModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>What the form begins with.</summary>
    private JsonObject Start =>
        Shown is { } shown
            ? RecordNode.Of(shown.Record)
            : new JsonObject
            {
                ["id"] = View.Case.Name,
                ["district"] = View.Case.District,
                ["synthetic"] = View.Person.Synthetic,
            };

    /// <summary>The record as edited, and its determination; null where something cannot be read, which is then said.</summary>
    private (SentencingRecord Record, Determination Determination)? Compute()
    {
        if (Me.Side == Side.None || Edited() is not { } json)
        {
            return null;
        }

        var (record, problems) = RecordNode.Read(json.ToJsonString());
        foreach (var problem in problems)
        {
            Problem(problem);
        }

        var named = (Amendments ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Array.Find(named, name => !Law.Amendments.Any(a => a.IsNamedBy(name))) is { } unknown)
        {
            Problem(
                $"Amendment {unknown} is not at hand. Choose one of the list of the law, or leave the field empty for every covered amendment."
            );
        }

        if (!PartialDate.TryParse((OrderDate ?? "").Trim(), out var order))
        {
            Problem($"The date of the order, `{OrderDate}`, cannot be read. Write it as 2016-03-10, 2016-03 or 2016.");
        }

        if (record is null || !ModelState.IsValid)
        {
            return null;
        }

        var determination = SentenceReduction.Determine(record, new(named.Length == 0 ? null : named, order), Law);
        return (record, determination);
    }

    /// <summary>The record of the text, with the fields that were changed; a field left as it was leaves the text as it is.</summary>
    private JsonObject? Edited()
    {
        JsonObject? json = null;
        try
        {
            json = JsonNode.Parse(string.IsNullOrWhiteSpace(Json) ? RecordNode.Text(Start) : Json) as JsonObject;
        }
        catch (JsonException broken)
        {
            Problem($"The text of the record stops being JSON: {broken.Message} Correct it there, or open the page anew.");
            return null;
        }

        if (json is null)
        {
            Problem("The text of the record is no object. Write one between { and }.");
            return null;
        }

        var before = Start;
        foreach (var fact in MainFact.All)
        {
            if (
                Facts.TryGetValue(fact.Path, out var typed)
                && (typed ?? "").Trim() != fact.Read(before)
                && fact.Write(json, typed ?? "") is { } problem
            )
            {
                Problem(problem);
            }
        }

        return json;
    }
}
