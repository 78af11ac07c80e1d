using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Custody;

/// <summary>
/// Writes release computations as JSON, version 1: one object each, names and order fixed, the same bytes for the same computation. One
/// object serves many computations, one after the other, on one thread.
/// </summary>
public sealed class ReleaseJson : IDisposable
{
    private readonly Utf8JsonWriter json;
    private readonly FindingsJson findings = new();

    /// <summary>A writer into a buffer.</summary>
    public ReleaseJson(IBufferWriter<byte> output) =>
        json = new Utf8JsonWriter(
            output,
            new()
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                NewLine = "\n",
                SkipValidation = true,
            }
        );

    /// <summary>One computation as text, on one line.</summary>
    public static string Text(ReleaseComputation computation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new ReleaseJson(buffer);
        writer.Write(computation);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one computation, without a line end after it.</summary>
    public void Write(ReleaseComputation computation)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id"u8, computation.Id);
        if (computation.Synthetic)
        {
            json.WriteBoolean("synthetic"u8, true);
        }

        json.WriteDay("asOf"u8, computation.AsOf);
        WriteDates("before"u8, computation.Before);
        WriteDates("after"u8, computation.After);
        WriteOrder(computation.Order);
        WriteDisputed(computation);
        WriteEarnedCredits(computation);
        json.WriteStrings("missing"u8, computation.Missing);
        json.WriteNotCovered(computation.NotCovered);
        json.WriteStrings("assumptions"u8, computation.Assumptions);
        findings.Write(
            json,
            computation.Origin,
            (Side.Before, computation.Before?.Findings ?? []),
            (Side.After, computation.After?.Findings ?? [])
        );
        json.WriteEndObject();
        json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void WriteDates(ReadOnlySpan<byte> name, ReleaseDates? dates)
    {
        if (dates is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteDay("fullTerm"u8, dates.FullTerm);
        json.WriteNumber("goodTimeDays"u8, dates.GoodTimeDays);
        json.WriteString("goodTimeRule"u8, RuleName(dates.GoodTimeRule));
        json.WriteDay("statutoryRelease"u8, dates.StatutoryRelease);
        json.WriteDay("projected"u8, dates.Projected);
        json.WriteDay("release"u8, dates.Release);
        json.WriteDay("leaves"u8, dates.Leaves);
        json.WriteDay("halfwayHouseFrom"u8, dates.HalfwayHouseFrom);
        json.WriteDay("homeConfinementFrom"u8, dates.HomeConfinementFrom);
        json.WriteDay("supervisedReleaseTo"u8, dates.SupervisedReleaseTo);
        json.WriteNumber("overservedDays"u8, dates.OverservedDays);
        json.WriteEndObject();
    }

    private void WriteOrder(ReductionOrder? order)
    {
        if (order is null)
        {
            json.WriteNull("order"u8);
            return;
        }

        json.WriteStartObject("order"u8);
        WriteTerm(order.Months);
        if (order.Days > 0)
        {
            json.WriteNumber("days"u8, order.Days);
        }

        json.WriteDay("signed"u8, order.Signed);
        json.WriteDay("effective"u8, order.Effective);
        json.WriteEndObject();
    }

    private void WriteTerm(Months months)
    {
        if (months.IsLife)
        {
            json.WriteString("months"u8, "life"u8);
        }
        else
        {
            json.WriteNumber("months"u8, months.Value);
        }
    }

    /// <summary>Of each other reading only what it changes.</summary>
    private void WriteDisputed(ReleaseComputation computation)
    {
        json.WriteStartArray("disputed"u8);
        foreach (var (option, after, other) in computation.Disputed)
        {
            var dates = (after ? computation.After : computation.Before)!;
            json.WriteStartObject();
            json.WriteString("option"u8, option);
            json.WriteString("side"u8, after ? "after"u8 : "before"u8);
            WriteChanged("fullTerm"u8, dates.FullTerm, other.FullTerm);
            if (other.GoodTimeDays != dates.GoodTimeDays)
            {
                json.WriteNumber("goodTimeDays"u8, other.GoodTimeDays);
            }

            if (other.GoodTimeRule != dates.GoodTimeRule)
            {
                json.WriteString("goodTimeRule"u8, RuleName(other.GoodTimeRule));
            }

            WriteChanged("statutoryRelease"u8, dates.StatutoryRelease, other.StatutoryRelease);
            WriteChanged("projected"u8, dates.Projected, other.Projected);
            WriteChanged("release"u8, dates.Release, other.Release);
            WriteChanged("leaves"u8, dates.Leaves, other.Leaves);
            WriteChanged("halfwayHouseFrom"u8, dates.HalfwayHouseFrom, other.HalfwayHouseFrom);
            WriteChanged("homeConfinementFrom"u8, dates.HomeConfinementFrom, other.HomeConfinementFrom);
            WriteChanged("supervisedReleaseTo"u8, dates.SupervisedReleaseTo, other.SupervisedReleaseTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteEarnedCredits(ReleaseComputation computation)
    {
        json.WriteStartArray("earnedCredits"u8);
        foreach (var (side, dates) in new[] { ("before", computation.Before), ("after", computation.After) })
        {
            foreach (var credits in dates?.EarnedCredits ?? [])
            {
                json.WriteStartObject();
                json.WriteString("reading"u8, credits.Reading);
                json.WriteString("side"u8, side);
                json.WriteBoolean("inForce"u8, credits.InForce);
                json.WriteDay("from"u8, credits.From);
                json.WriteNumber("days"u8, credits.Days);
                json.WriteDay("reached"u8, credits.Reached);
                json.WriteDay("lessDays"u8, credits.LessDays);
                json.WriteDay("release"u8, credits.Release);
                json.WriteStrings("needs"u8, credits.Needs);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private void WriteChanged(ReadOnlySpan<byte> name, DateOnly? day, DateOnly? other)
    {
        if (other != day)
        {
            json.WriteDay(name, other);
        }
    }

    /// <summary>The rule as it is written: <c>served</c>, <c>imposed</c> or <c>none</c>.</summary>
    public static string RuleName(GoodTimeRule rule) =>
        rule switch
        {
            GoodTimeRule.Served => "served",
            GoodTimeRule.Imposed => "imposed",
            _ => "none",
        };
}
