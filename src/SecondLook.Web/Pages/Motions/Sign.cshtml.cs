using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The judge who ruled signs the order, or one that takes its place.</summary>
internal sealed class SignModel(LawLibrary law) : MotionPage
{
    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public DateOnly? EffectiveOn { get; set; }

    [BindProperty]
    public int? LastTerm { get; set; }

    [BindProperty]
    public DateOnly? OriginalJudgmentOn { get; set; }

    [BindProperty]
    public DateOnly? AmendedJudgmentOn { get; set; }

    [BindProperty]
    public string? Attorney { get; set; }

    [BindProperty]
    public string? Comments { get; set; }

    [BindProperty]
    public Guid? Supersedes { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The computation on which the ruling rests.</summary>
    public Recalculation? Rests => View.All<Recalculation>().FirstOrDefault(r => r.Id == Ruling!.RecalculationId);

    /// <summary>The earliest day on which the computation says that an order may take effect.</summary>
    public DateOnly? Earliest => Rests?.EarliestEffective;

    /// <summary>The days from which notices are in time, the earliest first.</summary>
    public IReadOnlyList<(DateOnly Day, int Days, ReleaseNotice Notice)> Notices
    {
        get
        {
            var from = SignedOn ?? Today;
            var plan = new PlanNotices(new ReleasePlan(), from, law);
            return
            [
                .. (law.On<ReleaseNotices>(from)?.Terms.Notices ?? [])
                    .Select(notice => (Day: plan.FirstDayMet(notice), notice))
                    .Where(met => met.Day is not null)
                    .Select(met => (met.Day!.Value, met.Day.Value.DayNumber - from.DayNumber, met.notice))
                    .OrderBy(met => met.Value),
            ];
        }
    }

    protected override bool Finds() => base.Finds() && Ruling is not null;

    public void OnGet()
    {
        SignedOn = Today;
        var onFile = JudgmentOnFile.Of(View, Rests);
        OriginalJudgmentOn = Order is null ? onFile.OriginalOn : Order.OriginalJudgmentOn;
        AmendedJudgmentOn = Order is null ? onFile.AmendedOn : Order.AmendedJudgmentOn;
        Attorney =
            Order is not null ? Order.Attorney
            : onFile.CounselId is { } counsel ? NameOf(counsel)
            : null;
        LastTerm = Order?.LastTerm ?? Rests?.Term;
        EffectiveOn = !Ruling!.Granted ? null : Order?.EffectiveOn ?? (Earliest > Today ? Earliest : Today);
    }

    public Task<IActionResult> OnPost() =>
        Do(
            new SignOrder
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                RulingId = Ruling!.Id,
                SignedOn = Given(SignedOn, "The day of the order"),
                EffectiveOn = EffectiveOn,
                LastTerm = LastTerm,
                OriginalJudgmentOn = OriginalJudgmentOn,
                AmendedJudgmentOn = AmendedJudgmentOn,
                Attorney = Attorney,
                Comments = Comments,
                Supersedes = Supersedes,
                Why = Why,
            },
            "The order is signed.",
            () => Batch is null ? ToMotion() : Redirect($"/batches/{Uri.EscapeDataString(Batch)}")
        );
}
