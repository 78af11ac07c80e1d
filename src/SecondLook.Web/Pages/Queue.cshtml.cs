using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages;

/// <summary>What waits for whom and since when.</summary>
internal sealed class QueueModel : DocketPage
{
    /// <summary>How many lines are shown.</summary>
    public const int Shown = 200;

    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    public IReadOnlyList<(Waiting Wait, string Href)> Waits { get; private set; } = [];

    public IReadOnlyList<(MotionTriage Group, IReadOnlyList<(CaseView View, Motion Motion)> Motions)> Triage { get; private set; } = [];

    public IEnumerable<Choice> Roles =>
        ((Role[])[Role.Judge, Role.Clerk, Role.Prosecutor, Role.Defender])
            .Select(role => new Choice(role.ToString(), char.ToUpperInvariant(Words.Of(role)[0]) + Words.Of(role)[1..]))
            .Append(new("Everybody", "Everybody"));

    public async Task OnGet()
    {
        // Chambers work on what waits for the judge; who has no list of their own sees all.
        For ??= Me.Role switch
        {
            Role.Chambers => nameof(Role.Judge),
            Role.Judge or Role.Clerk or Role.Prosecutor or Role.Defender => Me.Role.ToString(),
            _ => "Everybody",
        };
        var views = await Store.InCourt(Me.Id);
        Waits =
        [
            .. views
                .SelectMany(view => Waiting.In(view).Select(wait => (Wait: wait, Href: Href(view, wait))))
                .Where(w => For == "Everybody" || w.Wait.For.ToString() == For)
                .OrderBy(w => w.Wait.Since)
                .ThenBy(w => w.Wait.Case, StringComparer.Ordinal)
                .ThenBy(w => w.Wait.What, StringComparer.Ordinal),
        ];
        Triage =
        [
            .. views
                .SelectMany(view => Triaged.Open(view).Select(motion => (View: view, Motion: motion)))
                .GroupBy(m => Triaged.Of(m.View, m.Motion))
                .OrderBy(group => group.Key)
                .Select(group =>
                    (
                        group.Key,
                        (IReadOnlyList<(CaseView, Motion)>)
                            [.. group.OrderBy(m => m.Motion.FiledOn).ThenBy(m => m.View.Case.Name, StringComparer.Ordinal)]
                    )
                ),
        ];
    }

    /// <summary>Such as <c>12 days</c>.</summary>
    public string Days(DateTimeOffset since)
    {
        var days = (Now - since).Days;
        return days == 1 ? "1 day" : FormattableString.Invariant($"{days} days");
    }

    /// <summary>Where it is done: the motion it is about, or the letter.</summary>
    private static string Href(CaseView view, Waiting wait)
    {
        var since = view.Entries.FirstOrDefault(e => e.At == wait.Since && e is Letter or Motion or Order);
        return since switch
        {
            Letter letter => $"/cases/{view.Case.Id}/motions/new?letterId={letter.Id}",
            Motion motion => $"/cases/{view.Case.Id}/motions/{motion.Id}",
            Order order => $"/cases/{view.Case.Id}/motions/{order.MotionId}",
            _ => $"/cases/{view.Case.Id}",
        };
    }
}
