using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Cases;
using SecondLook.Web.Law;

namespace SecondLook.Web.Pages.Cases;

/// <summary>A page of one case. It has what the docket gives the reader of it, and where that holds no recalculation nothing that follows from one.</summary>
public abstract class CaseViewPage : DocketPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The recalculation that is shown; the own office's latest where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Computation { get; set; }

    /// <summary>The law.</summary>
    public LawLibrary Law => HttpContext.RequestServices.GetRequiredService<LawLibrary>();

    /// <summary>The case as the reader may see it.</summary>
    public CaseView View { get; protected set; } = null!;

    /// <summary>Everybody who has an account.</summary>
    public IReadOnlyDictionary<Guid, Account> People { get; private set; } = null!;

    /// <summary>The recalculations whose place no other has taken, those of the own office first and the latest of each first.</summary>
    public IReadOnlyList<Recalculation> Recalculations =>
        [.. View.Current<Recalculation>().OrderByDescending(r => r.OfficeId == Me.OfficeId).ThenByDescending(r => r.At)];

    /// <summary>The recalculation that is shown; null where the reader may see none.</summary>
    public Replayed? Shown { get; private set; }

    /// <summary>The release dates by the recalculation that is shown, before and after an order.</summary>
    public ReleaseComputation? Dates { get; private set; }

    /// <summary>True where the dates after are those of an order that was signed; otherwise they are those of the lowest term, for comparison.</summary>
    public bool IsOrdered => View.Current<Order>().Any(o => o is { Granted: true, NewTerm: not null, EffectiveOn: not null });

    /// <summary>The judge of the case; null where none is entered.</summary>
    public Account? Judge =>
        View.Current<Appearance>().FirstOrDefault(a => a is { Part: Part.Judge, Ends: false }) is { } entered
            ? People.GetValueOrDefault(entered.AccountId)
            : null;

    /// <inheritdoc/>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                if (await Store.Case(Me.Id, Id) is not { } view)
                {
                    context.Result = NotFound();
                    return new PageHandlerExecutedContext(PageContext, context.Filters, context.HandlerMethod, this) { Canceled = true };
                }

                View = view;
                People = (await Store.Accounts(Me.Id)).ToDictionary(a => a.Id);
                var all = Recalculations;
                if ((Computation is { } chosen ? all.FirstOrDefault(r => r.Id == chosen) : null) is { } named)
                {
                    Shown = Replayed.Of(named, Law);
                }
                else if (all.Count > 0)
                {
                    Shown = Replayed.Of(all[0], Law);
                }

                Dates = Shown is { } shown ? DatesOf(shown) : null;
                return await next();
            }
        );

    /// <summary>The name of somebody.</summary>
    public string NameOf(Guid account) => People.TryGetValue(account, out var known) ? known.Name : "somebody";

    /// <summary>Whose recalculation it is and since when.</summary>
    public string NameOf(Recalculation recalculation) =>
        $"{NameOf(recalculation.ById)}, {Wording.Date(DateOnly.FromDateTime(recalculation.At.UtcDateTime))}"
        + (recalculation.OfficeId == Me.OfficeId ? " (your office)" : "");

    /// <summary>The sentencing table with the cells of a determination; null where a cell is not settled.</summary>
    public static SentencingGrid? Grid(Determination determination)
    {
        var finding = FlatFindings.Of(determination.OriginalFindings).LastOrDefault(f => f.Step == Step.TableRange);
        return finding?.Law.AnyTerms is SentencingTable table && Cell(determination.Original, table) is { } old
            ? new(table, old, determination.Amended is { } amended ? Cell(amended, table) : null)
            : null;
    }

    /// <summary>Finds the dates, with the order that was signed, or the lowest term as the limit of what could be ordered.</summary>
    private ReleaseComputation DatesOf(Replayed shown)
    {
        var signed = View.Current<Order>().LastOrDefault(o => o is { Granted: true, NewTerm: not null, EffectiveOn: not null });
        if (signed is { NewTerm: { } term, EffectiveOn: { } on })
        {
            return SentenceComputation.Of(
                shown.Record,
                Today,
                new ReductionOrder(shown.Record.Id, new Months(term), 0, signed.SignedOn, on),
                Law
            );
        }

        ReductionOrder? lowest = null;
        if (shown.Stored is { Outcome: Outcome.Eligible, LowestTerm: { } months })
        {
            var from = shown.Stored.EarliestEffective is { } earliest && earliest > Today ? earliest : Today;
            var without = SentenceComputation.WithoutOrder(shown.Record, from, Law);
            lowest = without?.Leaves <= from ? null : new ReductionOrder(shown.Record.Id, new Months(months), 0, null, from);
        }

        return SentenceComputation.Of(shown.Record, Today, lowest, Law);
    }

    private static GridCell? Cell(Sentencing.Findings.Computation computation, SentencingTable table) =>
        computation is { TotalOffenseLevel: { } level, Category: { } category } ? new(table.Read(level), category) : null;

    /// <summary>What was found wrong, as the page says it above.</summary>
    protected void Problem(string what) => ModelState.AddModelError("", what);

    /// <summary>The query that keeps the chosen recalculation.</summary>
    public string Query => Shown is { } shown && Computation is not null ? $"?computation={shown.Stored.Id}" : "";
}
