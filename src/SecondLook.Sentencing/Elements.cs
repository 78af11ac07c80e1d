using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing;

/// <summary>Every element of the law folder and the type of its terms: one file for each, one type for each.</summary>
public static class Elements
{
    private static readonly Lazy<LawLibrary> Embedded = new(() => Read(LawFiles.Embedded()));

    /// <summary>The elements, in the order of the Manual and then of the statutes and decisions.</summary>
    public static IReadOnlyList<ElementKind> All { get; } =
    [
        new ElementKind<ReductionPolicy>("reduction-policy"),
        new ElementKind<ChapterThreeAdjustments>("chapter-three-adjustments"),
        new ElementKind<OneBook>("one-book"),
        new ElementKind<DeathOrInjuryLevels>("death-or-injury-levels"),
        new ElementKind<MitigatingRoleCap>("mitigating-role-cap"),
        new ElementKind<SpecificOffenseCharacteristics>("specific-offense-characteristics"),
        new ElementKind<DrugQuantityTable, QuantityTableEdit>(
            "drug-quantity-table",
            LawTables.QuantityTableEdit,
            LawTables.QuantityTable,
            LawTables.QuantityColumns
        ),
        new ElementKind<DrugEquivalencies, EquivalencyEdit>(
            "drug-equivalencies",
            edit: null,
            LawTables.Equivalencies,
            LawTables.EquivalencyColumns
        ),
        new ElementKind<ScheduleCaps, ScheduleCapEdit>("schedule-caps"),
        new ElementKind<MinimumQuantityLevels>("minimum-quantity-levels"),
        new ElementKind<CrackCombination>("crack-combination"),
        new ElementKind<MarihuanaPlants>("marihuana-plants"),
        new ElementKind<LsdDoses>("lsd-doses"),
        new ElementKind<DoseWeights>("dose-weights"),
        new ElementKind<MeasurementConversions>("measurement-conversions"),
        new ElementKind<ProtectedLocations>("protected-locations"),
        new ElementKind<DrugConspiracies>("drug-conspiracies"),
        new ElementKind<ContinuingCriminalEnterprise>("continuing-criminal-enterprise"),
        new ElementKind<CommunicationFacility>("communication-facility"),
        new ElementKind<DrugParaphernalia>("drug-paraphernalia"),
        new ElementKind<DrugEstablishment>("drug-establishment"),
        new ElementKind<EndangeringHumanLife>("endangering-human-life"),
        new ElementKind<NarcoTerrorism>("narco-terrorism"),
        new ElementKind<MoneyLaundering>("money-laundering"),
        new ElementKind<AttemptSolicitationConspiracy>("attempt-solicitation-conspiracy"),
        new ElementKind<AidingAndAbetting>("aiding-and-abetting"),
        new ElementKind<AccessoryAfterTheFact>("accessory-after-the-fact"),
        new ElementKind<MisprisionOfFelony>("misprision-of-felony"),
        new ElementKind<WeaponBesideFirearmCount>("weapon-beside-firearm-count"),
        new ElementKind<AggravatingRole>("aggravating-role"),
        new ElementKind<MitigatingRole>("mitigating-role"),
        new ElementKind<Obstruction>("obstruction"),
        new ElementKind<RecklessEndangerment>("reckless-endangerment"),
        new ElementKind<CombinedOffenseLevel>("combined-offense-level"),
        new ElementKind<AcceptanceOfResponsibility>("acceptance-of-responsibility"),
        new ElementKind<PriorSentencePoints>("prior-sentence-points"),
        new ElementKind<StatusPoints>("status-points"),
        new ElementKind<RecencyPoints>("recency-points"),
        new ElementKind<CriminalHistoryCategories>("criminal-history-categories"),
        new ElementKind<CareerOffenderLevels>("career-offender-levels"),
        new ElementKind<ZeroPointOffender>("zero-point-offender"),
        new ElementKind<SentencingTable>("sentencing-table", LawTables.SentencingTable, LawTables.SentencingColumns),
        new ElementKind<SafetyValveFloor>("safety-valve-floor"),
        new ElementKind<SafetyValvePoints>("safety-valve-points"),
        new ElementKind<SingleCount>("single-count"),
        new ElementKind<SeveralCounts>("several-counts"),
        new ElementKind<DrugThresholds>("drug-thresholds", LawTables.Thresholds, LawTables.ThresholdColumns),
        new ElementKind<DrugPenalties>("drug-penalties"),
        new ElementKind<SafetyValve>("safety-valve"),
        new ElementKind<CommencementOfSentence>("commencement-of-sentence"),
        new ElementKind<PriorCustodyCredit>("prior-custody-credit"),
        new ElementKind<MultipleSentences>("multiple-sentences"),
        new ElementKind<GoodConductTime>("good-conduct-time"),
        new ElementKind<SchoolingCondition>("schooling-condition"),
        new ElementKind<DrugAbuseProgram>("drug-abuse-program"),
        new ElementKind<EarnedTimeCredits>("earned-time-credits"),
        new ElementKind<PrereleaseCustody>("prerelease-custody"),
        new ElementKind<ReleaseDay>("release-day"),
        new ElementKind<LegalHolidays>("legal-holidays"),
        new ElementKind<SupervisedRelease>("supervised-release"),
        new ElementKind<ModificationOfTerm>("modification-of-term"),
        new ElementKind<ReleaseNotices>("release-notices"),
        new ElementKind<DisplacedRangeDecision>("displaced-range-decision"),
        new ElementKind<TypeCPleaDecision>("type-c-plea-decision"),
    ];

    /// <summary>The law that is embedded in this release, read on first use.</summary>
    public static LawLibrary Library => Embedded.Value;

    /// <summary>Reads a law folder.</summary>
    /// <exception cref="LawException">The folder is wrong.</exception>
    public static LawLibrary Read(LawFiles files) => LawReader.Read(files, All);

    /// <summary>Reads one amendment or proposal of a law folder.</summary>
    /// <exception cref="LawException">The file is wrong.</exception>
    public static Amendment ReadAmendment(LawFiles files, string path) => LawReader.ReadAmendment(files, path, All);

    /// <summary>Every substance that a version of the quantity table, of the equivalency list or of the note on plants names.</summary>
    public static IReadOnlySet<string> Substances(LawLibrary library)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { MarihuanaPlantsName };
        foreach (
            var terms in library
                .History<DrugQuantityTable>()
                .AnyVersions.Concat(library.History<DrugEquivalencies>().AnyVersions)
                .Select(v => v.Version?.AnyTerms)
        )
        {
            names.UnionWith(
                terms switch
                {
                    DrugQuantityTable table => table.Substances.Keys,
                    DrugEquivalencies list => list.Entries.Keys,
                    _ => [],
                }
            );
        }

        return names;
    }

    private const string MarihuanaPlantsName = "marihuana-plants";
}
