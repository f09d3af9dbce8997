// swift-tools-version: 6.2
import PackageDescription

// The engine builds for wasm32 as Embedded Swift too; these settings catch in the native build what would
// only fail there.
let engine: [SwiftSetting] = [
  .treatWarning("EmbeddedRestrictions", as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "premark",
  products: [.executable(name: "premark-bench", targets: ["PremarkBench"])],
  targets: [
    .target(name: "PremarkText", swiftSettings: engine),
    .target(name: "PremarkDocument", dependencies: ["PremarkText"], swiftSettings: engine),
    .target(
      name: "PremarkAnnotation", dependencies: ["PremarkText", "PremarkDocument"], swiftSettings: engine),
    .target(name: "PremarkReading", dependencies: ["PremarkText", "PremarkDocument"], swiftSettings: engine),
    .target(name: "PremarkRules", dependencies: ["PremarkText", "CRules"], swiftSettings: engine),
    .target(
      name: "PremarkMatching",
      dependencies: ["PremarkText", "PremarkDocument", "PremarkAnnotation", "PremarkRules"],
      swiftSettings: engine),
    .target(
      name: "PremarkMarking",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkAnnotation", "PremarkRules", "PremarkMatching",
      ],
      swiftSettings: engine),
    .target(
      name: "PremarkModeration", dependencies: ["PremarkText", "PremarkMarking"], swiftSettings: engine),
    .target(
      name: "PremarkReporting",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkAnnotation", "PremarkRules", "PremarkMarking",
        "PremarkModeration",
      ],
      swiftSettings: engine),
    .target(name: "CRules"),
    .systemLibrary(name: "CZlib"),
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(
      name: "PremarkPlatform",
      dependencies: [
        "CZlib", "CSQLite", "PremarkText", "PremarkDocument", "PremarkReading", "PremarkRules",
        "PremarkModeration",
      ],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]),
    .executableTarget(
      name: "premark",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkReading", "PremarkAnnotation", "PremarkRules",
        "PremarkMarking", "PremarkModeration",
        "PremarkReporting", "PremarkPlatform",
      ],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")],
      // starts in half the time, and on machines without Swift
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
      ]),
    .target(name: "CWasmSupport"),
    .executableTarget(
      name: "PremarkPage",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkReading", "PremarkAnnotation", "PremarkRules",
        "PremarkMarking",
        "PremarkReporting", "CWasmSupport",
      ],
      exclude: ["Page"],
      swiftSettings: engine, linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "CBench"),
    .executableTarget(
      name: "PremarkBench",
      dependencies: [
        "CBench", "CZlib", "PremarkText", "PremarkDocument", "PremarkReading", "PremarkRules",
        "PremarkAnnotation", "PremarkMatching", "PremarkMarking", "PremarkReporting", "PremarkPlatform",
      ],
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")],
      // as in the program that it measures
      linkerSettings: [
        .unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))
      ]),
    .target(name: "PremarkTestSupport", path: "Tests/PremarkTestSupport"),
    .testTarget(name: "CRulesTests", dependencies: ["CRules"]),
    .testTarget(
      name: "PremarkMatchingTests",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkReading", "PremarkAnnotation", "PremarkRules",
        "PremarkMatching",
      ]),
    .testTarget(
      name: "PremarkRulesTests", dependencies: ["PremarkRules", "PremarkText", "PremarkTestSupport"],
      exclude: ["Golden"]),
    .testTarget(
      name: "PremarkMarkingTests",
      dependencies: [
        "PremarkText", "PremarkDocument", "PremarkReading", "PremarkAnnotation", "PremarkRules",
        "PremarkMatching",
        "PremarkMarking",
      ]),
    .testTarget(
      name: "RuleExampleTests",
      dependencies: ["PremarkDocument", "PremarkReading", "PremarkRules", "PremarkMarking", "PremarkText"]),
    .testTarget(
      name: "PremarkModerationTests", dependencies: ["PremarkModeration", "PremarkMarking", "PremarkText"],
      exclude: ["Golden"]),
    .testTarget(name: "PremarkTextTests", dependencies: ["PremarkText"]),
    .testTarget(name: "PremarkDocumentTests", dependencies: ["PremarkDocument", "PremarkText"]),
    .testTarget(
      name: "PremarkPlatformTests",
      dependencies: [
        "PremarkPlatform", "PremarkDocument", "PremarkReading", "PremarkMarking", "PremarkModeration",
      ]),
    .testTarget(
      name: "PremarkAnnotationTests",
      dependencies: ["PremarkAnnotation", "PremarkDocument", "PremarkReading", "PremarkText"]),
    .testTarget(
      name: "PremarkReadingTests", dependencies: ["PremarkDocument", "PremarkReading", "PremarkText"]),
    .testTarget(
      name: "PremarkReportingTests",
      dependencies: [
        "PremarkReporting", "PremarkMarking", "PremarkAnnotation", "PremarkDocument", "PremarkRules",
        "PremarkText", "PremarkTestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(name: "PremarkCommandTests", dependencies: ["premark", "PremarkAnnotation"]),

  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

// The fuzzer is built only by .ci/fuzz: its code has no entry point of its own and every module is instrumented.
if Context.environment["PREMARK_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "PremarkFuzz",
      dependencies: [
        "CZlib", "PremarkDocument", "PremarkReading", "PremarkRules", "PremarkMarking", "PremarkReporting",
        "PremarkPlatform",
      ],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])],
      // gold cannot draw its messages about instrumented code.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
