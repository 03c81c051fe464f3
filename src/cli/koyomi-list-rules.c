#include "koyomi-list-rules.h"

#include "koyomi-breaches.h"
#include "koyomi-json.h"
#include "koyomi-shell.h"

#define RULE_WIDTH 15
#define SEVERITY_WIDTH 6

static void
add_rule (JsonBuilder    *builder,
          KoyomiRule      rule,
          const char     *demand,
          KoyomiLanguage  language)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "id", koyomi_rule_get_nick (rule));
  koyomi_json_add_text (builder, "severity", koyomi_rule_severity_get_nick (koyomi_rule_get_severity (rule)));
  koyomi_json_add_text (builder, "name", koyomi_rule_get_name (rule, language));
  koyomi_json_add_text (builder, "sentence", demand);
  json_builder_end_object (builder);
}

/* The rules of the matrix, with the limit of this plan. */
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

      add_rule (builder, rule, demand, language);
      if (json)
        continue;

      koyomi_print_column (koyomi_rule_get_nick (rule), RULE_WIDTH);
      koyomi_print_column (koyomi_rule_severity_get_label (koyomi_rule_get_severity (rule), language), SEVERITY_WIDTH);
      koyomi_print ("%s\n", demand);
    }
  json_builder_end_array (builder);

  if (json)
    koyomi_json_print (builder);
}
