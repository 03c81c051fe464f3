#include "koyomi-list-rules.h"

#include "koyomi-breaches.h"
#include "koyomi-json.h"
#include "koyomi-lint.h"
#include "koyomi-shell.h"

#define RULE_WIDTH 25
#define SEVERITY_WIDTH 6

static void
add_rule (JsonBuilder        *builder,
          const char         *id,
          const char         *area,
          KoyomiRuleSeverity  severity,
          const char         *name,
          const char         *sentence)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "id", id);
  koyomi_json_add_text (builder, "area", area);
  koyomi_json_add_text (builder, "severity", koyomi_rule_severity_get_nick (severity));
  koyomi_json_add_text (builder, "name", name);
  koyomi_json_add_text (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

static void
print_rule (const char         *id,
            KoyomiRuleSeverity  severity,
            const char         *sentence,
            KoyomiLanguage      language)
{
  koyomi_print_column (id, RULE_WIDTH);
  koyomi_print_column (koyomi_rule_severity_get_label (severity, language), SEVERITY_WIDTH);
  koyomi_print ("%s\n", sentence);
}

/* Those of the readiness check. */
static void
list_lint (JsonBuilder    *builder,
           KoyomiLanguage  language,
           gboolean        json)
{
  for (guint i = 0; i < koyomi_lint_rule_count (); i++)
    {
      KoyomiLintRule rule;

      koyomi_lint_rule_get (i, &rule);
      add_rule (builder, rule.id, rule.area, rule.severity, koyomi_lint_rule_get_name (&rule, language),
                koyomi_lint_rule_get_advice (&rule, language));
      if (!json)
        print_rule (rule.id, rule.severity, koyomi_lint_rule_get_advice (&rule, language), language);
    }
}

/* The rules of the matrix, with the limit of this plan, then the others. */
void
koyomi_list_rules (KoyomiSession  *session,
                   KoyomiLanguage  language,
                   gboolean        json)
{
  guint limit = koyomi_session_get_a_limit (session);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint rule = 0; rule < KOYOMI_N_RULES; rule++)
    {
      g_autofree char *demand = koyomi_rule_format_demand (rule, limit, language);

      add_rule (builder, koyomi_rule_get_nick (rule), "matrix", koyomi_rule_get_severity (rule), koyomi_rule_get_name (rule, language), demand);
      if (!json)
        print_rule (koyomi_rule_get_nick (rule), koyomi_rule_get_severity (rule), demand, language);
    }
  list_lint (builder, language, json);
  json_builder_end_array (builder);

  if (json)
    koyomi_json_print (builder);
}
