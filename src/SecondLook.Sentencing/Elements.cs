using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Procedure;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing;

/// <summary>Every element of the law folder and the type of its terms: one file for each, one type for each.</summary>
public static class Elements
{
    private const string Drugs = Manual.DrugGuideline;
    private const string Chemicals = ChemicalTables.Guideline;

    private static readonly Lazy<LawLibrary> Embedded = new(() => Read(LawFiles.Embedded()));

    /// <summary>The elements, in the order of the Manual and then of the statutes and decisions.</summary>
    public static IReadOnlyList<ElementKind> All { get; } =
    [
        new ElementKind<ReductionPolicy>("reduction-policy"),
        new ElementKind<ApplicationInstructions>("application-instructions"),
        new ElementKind<ChapterThreeAdjustments>("chapter-three-adjustments"),
        new ElementKind<OneBook>("one-book"),
        new ElementKind<DeathOrInjuryLevels>("death-or-injury-levels") { Guideline = Drugs },
        new ElementKind<MitigatingRoleCap>("mitigating-role-cap") { Guideline = Drugs },
        new ElementKind<SpecificOffenseCharacteristics>("specific-offense-characteristics") { Guideline = Drugs },
        QuantityTable("drug-quantity-table", Drugs),
        new ElementKind<DrugEquivalencies, EquivalencyEdit>(
            "drug-equivalencies",
            edit: null,
            LawTables.Equivalencies,
            LawTables.EquivalencyColumns
        )
        {
            Guideline = Drugs,
        },
        new ElementKind<ScheduleCaps, ScheduleCapEdit>("schedule-caps") { Guideline = Drugs },
        new ElementKind<MinimumQuantityLevels>("minimum-quantity-levels") { Guideline = Drugs },
        new ElementKind<CrackCombination>("crack-combination") { Guideline = Drugs },
        new ElementKind<MarihuanaPlants>("marihuana-plants") { Guideline = Drugs },
        new ElementKind<LsdDoses>("lsd-doses") { Guideline = Drugs },
        new ElementKind<DoseWeights>("dose-weights") { Guideline = Drugs },
        new ElementKind<MeasurementConversions>("measurement-conversions") { Guideline = Drugs },
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
        new ElementKind<WeaponBesideFirearmCount>("weapon-beside-firearm-count") { Guideline = Drugs },
        new ElementKind<MitigatingRoleCap>("chemical-role-cap") { Guideline = Chemicals },
        new ElementKind<SpecificOffenseCharacteristics>("chemical-offense-characteristics") { Guideline = Chemicals },
        QuantityTable("chemical-quantity-table", Chemicals),
        QuantityTable(ChemicalTables.Ephedrine, Chemicals),
        new ElementKind<ChemicalCombination>("chemical-combination") { Guideline = Chemicals },
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
        new ElementKind<CareerOffenderFirearmRanges>("career-offender-firearm-ranges"),
        new ElementKind<ZeroPointOffender>("zero-point-offender"),
        new ElementKind<SentencingTable>("sentencing-table", LawTables.SentencingTable, LawTables.SentencingColumns),
        new ElementKind<SafetyValveFloor>("safety-valve-floor"),
        new ElementKind<SafetyValvePoints>("safety-valve-points"),
        new ElementKind<SingleCount>("single-count"),
        new ElementKind<SeveralCounts>("several-counts"),
        new ElementKind<DrugThresholds>("drug-thresholds", LawTables.Thresholds, LawTables.ThresholdColumns),
        new ElementKind<DrugPenalties>("drug-penalties"),
        new ElementKind<ChemicalPenalties>("chemical-penalties"),
        new ElementKind<SafetyValve>("safety-valve"),
        new ElementKind<CoveredOffense>("covered-offense"),
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
        new ElementKind<ComputingTime>("computing-time"),
        new ElementKind<TimeToAppeal>("time-to-appeal"),
        new ElementKind<GeneralOrders>("general-orders"),
        new ElementKind<DisplacedRangeDecision>("displaced-range-decision"),
        new ElementKind<TypeCPleaDecision>("type-c-plea-decision"),
        new ElementKind<DividedCircuits>("divided-circuits"),
        new ElementKind<Circuits>("circuits"),
    ];

    /// <summary>The law that is embedded in this release, read on first use.</summary>
    public static LawLibrary Library => Embedded.Value;

    /// <summary>Reads a law folder.</summary>
    /// <exception cref="LawException">The folder is wrong.</exception>
    public static LawLibrary Read(LawFiles files) => LawReader.Read(files, All);

    /// <summary>Reads one amendment or proposal of a law folder.</summary>
    /// <exception cref="LawException">The file is wrong.</exception>
    public static Amendment ReadAmendment(LawFiles files, string path) => LawReader.ReadAmendment(files, path, All);

    /// <summary>Every substance that a version of a quantity table, of the equivalency list or of the note on plants names.</summary>
    public static IReadOnlySet<string> Substances(LawLibrary library)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { MarihuanaPlantsName };
        var tables = library.Elements.OfType<ElementHistory<DrugQuantityTable>>().SelectMany(table => table.AnyVersions);
        foreach (var terms in tables.Concat(library.History<DrugEquivalencies>().AnyVersions).Select(v => v.Version?.AnyTerms))
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

    private static ElementKind QuantityTable(string name, string guideline) =>
        new ElementKind<DrugQuantityTable, QuantityTableEdit>(
            name,
            LawTables.QuantityTableEdit,
            LawTables.QuantityTable,
            LawTables.QuantityColumns
        )
        {
            Guideline = guideline,
        };
}
