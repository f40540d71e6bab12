package dev.hilo;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.hilo.web.Call;

/** What the design asks of every class, in all modules that the server is made of. */
@AnalyzeClasses(packages = "dev.hilo", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String SQL_ANNOTATIONS = "org.jdbi.v3.sqlobject.statement";

    @ArchTest
    static final ArchRule ONLY_WEB_KNOWS_THE_HTTP_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.hilo.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule A_STORE_BELONGS_TO_ITS_FEATURE =
            classes().that(are(stores())).should(beUsedByTheirPackageAlone());

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|Dto|DTO)(\\$.*)?");

    @ArchTest
    static final ArchRule THE_WIRE_SHAPES_NEED_JACKSON_ALONE = classes()
            .that()
            .resideInAPackage("dev.hilo.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.hilo.api..", "java..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule CALLS_END_AT_THE_API = noClasses()
            .that()
            .resideOutsideOfPackage("dev.hilo.web..")
            .and()
            .haveSimpleNameNotEndingWith("Api")
            .and()
            .haveSimpleNameNotEndingWith("Pages")
            .and()
            .haveNameNotMatching("dev\\.hilo\\.Routes")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Call.class);

    private static DescribedPredicate<JavaClass> stores() {
        return DescribedPredicate.describe(
                "SQL", type -> type.getMethods().stream().anyMatch(HouseRulesTest::isStatement));
    }

    private static boolean isStatement(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().getPackageName().equals(SQL_ANNOTATIONS));
    }

    private static ArchCondition<JavaClass> beUsedByTheirPackageAlone() {
        return new ArchCondition<>("be used by their own package alone") {
            @Override
            public void check(JavaClass store, ConditionEvents events) {
                for (var use : store.getDirectDependenciesToSelf()) {
                    boolean own = use.getOriginClass().getPackage().equals(store.getPackage());
                    if (!own) events.add(SimpleConditionEvent.violated(store, use.getDescription()));
                }
            }
        };
    }
}
