using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A whole number.</summary>
internal sealed class WholeTarget(int least, int most, Action<RecordDraft, int> set) : FactTarget
{
    public override string Wanted => $"a whole number from {least} to {most}";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Whole is not { } number || number < least || number > most)
        {
            return false;
        }

        set(draft, number);
        return true;
    }
}

/// <summary>A number of months or life; where the record has a place for them, the fraction becomes days.</summary>
internal sealed class MonthsTarget(int least, Action<RecordDraft, Months> set, Action<RecordDraft, int>? setDays = null) : FactTarget
{
    private const int Most = 100_000;

    /// <summary>The Commission's month, by which it turns days into months: 365.25 days by 12, to two places.</summary>
    private const decimal DaysInMonth = 30.44m;

    public override string Wanted => $"{(setDays is null ? "a whole number of months" : "a number of months")}, {least} or more, or `life`";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Kind == FieldKind.Life || (value.Kind == FieldKind.Text && value.Utf8.SequenceEqual("life"u8)))
        {
            set(draft, Months.Life);
            return true;
        }

        if (value.Whole is { } whole && whole >= least && whole <= Most)
        {
            set(draft, new Months(whole));
            return true;
        }

        if (value.Kind != FieldKind.Number || value.Number < least || value.Number > Most)
        {
            return false;
        }

        var months = (int)value.Number;
        var days = decimal.ToInt32(decimal.Round((value.Number - months) * DaysInMonth, MidpointRounding.AwayFromZero));
        if (days != 0 && setDays is null)
        {
            return false;
        }

        set(draft, new Months(days < 30 ? months : months + 1));
        if (days is > 0 and < 30)
        {
            setDays!(draft, days);
        }

        return true;
    }
}
