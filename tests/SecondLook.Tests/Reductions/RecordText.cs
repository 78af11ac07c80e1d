using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Agreement;

namespace SecondLook.Tests.Reductions;

/// <summary>Records as a test writes them, in JSON, and the answer on the day on which their motion was decided.</summary>
internal static class RecordText
{
    public static Determination Determine(string json)
    {
        Assert.True(
            new RecordJson(Elements.Substances(Editions.Law)).TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems),
            string.Join("; ", problems)
        );
        return SentenceReduction.Determine(record, new(null, record.Motion!.DecidedOn!.Value, KeepFindings: false), Editions.Law);
    }
}
