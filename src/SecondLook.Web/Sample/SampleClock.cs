namespace SecondLook.Web.Sample;

/// <summary>A clock that begins at a moment of the past and goes on from there, so that a sample is always of the same day.</summary>
public sealed class SampleClock(DateTimeOffset begins, TimeProvider real) : TimeProvider
{
    private readonly long started = real.GetTimestamp();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => begins + real.GetElapsedTime(started);
}
