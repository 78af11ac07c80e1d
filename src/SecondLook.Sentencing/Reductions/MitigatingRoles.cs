using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>§3B1.2: the roles that nobody lists, as far as the cap of §2D1.1(a)(5) tells them apart.</summary>
internal static class MitigatingRoles
{
    /// <summary>The levels after the cap, once for each way in which it makes them, with the levels of the roles for which it does.</summary>
    public static IEnumerable<(int[] Capped, string Roles)> Of(IReadOnlyList<int> levels, LawStages stages) =>
        stages.Original.Find<MitigatingRoleCap>()?.Terms is not { } cap
            ? []
            : stages
                .Original.Get<MitigatingRole>()
                .Terms.Levels.OrderDescending()
                .Select(role => (Role: role, Capped: levels.Select(l => cap.Apply(l, role)).ToArray()))
                .GroupBy(r => string.Join(' ', r.Capped))
                .Select(alike => (alike.First().Capped, Words(alike.Select(r => r.Role))));

    private static string Words(IEnumerable<int> roles) =>
        $"a mitigating role of {Wording.List([.. roles.Select(r => (-r).ToString(CultureInfo.InvariantCulture))], "or")} levels";
}
