using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>A page about one case: what the reader may see of it; for whoever may see nothing of it there is no such page.</summary>
public abstract class CasePage : DocketPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    /// <summary>The case as the reader may see it.</summary>
    public CaseView View { get; private set; } = null!;

    /// <summary>The names of the accounts.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = null!;

    /// <inheritdoc/>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                if (await Store.Case(Me.Id, CaseId) is { } view)
                {
                    View = view;
                    if (Finds())
                    {
                        Names = (await Store.Accounts(Me.Id)).ToDictionary(a => a.Id, a => a.Name);
                        return await next();
                    }
                }

                context.Result = NotFound();
                return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, this) { Canceled = true };
            }
        );

    /// <summary>Whether what the page is about is there.</summary>
    protected virtual bool Finds() => true;

    /// <summary>The name of whoever made an entry.</summary>
    public string NameOf(Guid account) => Names.GetValueOrDefault(account, "somebody");

    /// <summary>The computations that the reader may see and whose place no other has taken.</summary>
    public IEnumerable<Recalculation> Computations => View.Current<Recalculation>();

    /// <summary>The computations to choose from.</summary>
    /// <param name="among">Which of them.</param>
    /// <param name="none">What leaving it out is called.</param>
    public IEnumerable<Choice> ComputationChoices(Func<Recalculation, bool> among, string none) =>
        Computations
            .Where(among)
            .Select(r => new Choice(
                r.Id.ToString(),
                $"{Words.Day(r.At)}, {NameOf(r.ById)}: {Words.Outcome(r.Outcome)}{(r.Amendments.Count > 0 ? $" ({Words.Amendments(r.Amendments)})" : "")}"
            ))
            .Prepend(new("", none));

    /// <summary>Does an act of a form; what follows is another page, and what was refused is this one again.</summary>
    protected async Task<IActionResult> Do(CaseAct act, string said, Func<IActionResult> then)
    {
        if (!ModelState.IsValid || !await Try(() => Store.Perform(act)))
        {
            return Page();
        }

        Say(said);
        return then();
    }

    /// <summary>Refuses where a day that the act needs is not given.</summary>
    protected DateOnly Given(DateOnly? day, string what)
    {
        if (day is null)
        {
            ModelState.AddModelError("", $"{what} is missing. Give the day.");
        }

        return day ?? default;
    }
}

/// <summary>A page about one motion.</summary>
public abstract class MotionPage : CasePage
{
    /// <summary>The motion.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid MotionId { get; set; }

    /// <summary>The batch in which it is looked at, such as <c>782</c>; null for none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Batch { get; set; }

    /// <summary>The motion as it is.</summary>
    public Motion Motion { get; private set; } = null!;

    /// <summary>The order on it that stands; null where none is signed.</summary>
    public Order? Order => View.Current<Order>().FirstOrDefault(o => o.MotionId == MotionId);

    /// <summary>The ruling, where the reader may see it.</summary>
    public Ruling? Ruling => View.All<Ruling>().FirstOrDefault(r => r.SubjectId == MotionId);

    /// <inheritdoc/>
    protected override bool Finds()
    {
        Motion = View.All<Motion>().FirstOrDefault(m => m.Id == MotionId)!;
        return Motion is not null;
    }

    /// <summary>Does an act on the motion and goes back to it.</summary>
    protected Task<IActionResult> Do(CaseAct act, string said) => Do(act, said, ToMotion);

    /// <summary>The page of the motion.</summary>
    protected IActionResult ToMotion() => RedirectToPage("/Motions/Motion", new { CaseId, MotionId });
}
