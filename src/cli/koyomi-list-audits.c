#include "koyomi-lists.h"

#include "koyomi-control-register.h"
#include "koyomi-day.h"
#include "koyomi-deadlines.h"
#include "koyomi-json.h"
#include "koyomi-plan-facts-load.h"
#include "koyomi-shell.h"

#define CODE_WIDTH 6
#define STATE_WIDTH 26
#define DAYS_AHEAD 90

static void
print_line (const KoyomiControlLine *line,
            KoyomiLanguage           language)
{
  koyomi_print_column (koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE), CODE_WIDTH);
  koyomi_print_column (koyomi_control_state_get_label (line->state, language), STATE_WIDTH);
  koyomi_print ("%s", koyomi_record_get_title (line->control));
  for (guint i = 0; i < KOYOMI_N_CONTROL_GAPS; i++)
    if (line->gaps & 1 << i)
      koyomi_print (" | %s", koyomi_control_gap_get_sentence (1 << i, language));
  koyomi_print ("\n");
}

static void
add_titles (JsonBuilder *builder,
            const char  *name,
            GPtrArray   *records)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    json_builder_add_string_value (builder, koyomi_record_get_title (g_ptr_array_index (records, i)));
  json_builder_end_array (builder);
}

static void
add_line (JsonBuilder             *builder,
          const KoyomiControlLine *line,
          KoyomiLanguage           language)
{
  json_builder_begin_object (builder);
  koyomi_json_add_record (builder, line->control);
  koyomi_json_add_text (builder, "state", koyomi_control_state_get_label (line->state, language));
  add_titles (builder, "functions", line->functions);
  add_titles (builder, "activities", line->activities);

  json_builder_set_member_name (builder, "evidence_found");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->evidence->len; i++)
    json_builder_add_string_value (builder, koyomi_record_get_title (g_array_index (line->evidence, KoyomiControlEvidence, i).evidence));
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "lacks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < KOYOMI_N_CONTROL_GAPS; i++)
    if (line->gaps & 1 << i)
      json_builder_add_string_value (builder, koyomi_control_gap_get_sentence (1 << i, language));
  json_builder_end_array (builder);

  koyomi_json_add_int (builder, "open_findings", line->n_findings);
  koyomi_json_add_int (builder, "exceptions", line->n_exemptions);
  json_builder_end_object (builder);
}

/* The statement of applicability: the controls with who fulfils them, what shows it, and what their line lacks. */
gboolean
koyomi_list_applicability (KoyomiSession   *session,
                           KoyomiLanguage   language,
                           gboolean         json,
                           GError         **error)
{
  g_autoptr(KoyomiPlanFacts) facts = koyomi_session_load_plan_facts (session, koyomi_day_today (), language, error);
  g_autoptr(GPtrArray) lines = facts != NULL ? koyomi_control_register_make (facts) : NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);

      if (koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) != KOYOMI_CONTROL_KIND_ANNEX_A)
        continue;

      if (json)
        add_line (builder, line, language);
      else
        print_line (line, language);
    }
  json_builder_end_array (builder);
  if (json && lines != NULL)
    koyomi_json_print (builder);

  return lines != NULL;
}

static void
add_deadline (JsonBuilder          *builder,
              const KoyomiDeadline *deadline,
              const char           *day,
              KoyomiLanguage        language)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, deadline->id);

  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "day", day);
  koyomi_json_add_text (builder, "kind", koyomi_deadline_kind_get_label (deadline->kind, language));
  koyomi_json_add_text (builder, "table", koyomi_dictionary_get_table (deadline->table)->name);
  koyomi_json_add_text (builder, "row_id", key);
  koyomi_json_add_text (builder, "title", deadline->title);
  koyomi_json_add_text (builder, "owner", deadline->owner);
  json_builder_set_member_name (builder, "late");
  json_builder_add_boolean_value (builder, deadline->is_late);
  json_builder_end_object (builder);
}

/* What the registers are dated for: late ones, and those of the next three months. */
gboolean
koyomi_list_deadlines (KoyomiSession   *session,
                       KoyomiLanguage   language,
                       gboolean         json,
                       GError         **error)
{
  guint32 today = koyomi_day_today ();
  g_autoptr(GPtrArray) deadlines = koyomi_session_list_deadlines (session, 1, today + DAYS_AHEAD, today, language, error);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; deadlines != NULL && i < deadlines->len; i++)
    {
      const KoyomiDeadline *deadline = g_ptr_array_index (deadlines, i);
      g_autofree char *day = koyomi_day_format (deadline->day);

      add_deadline (builder, deadline, day, language);
      if (json)
        continue;

      koyomi_print_column (day, 10);
      koyomi_print_column (deadline->is_late ? "!" : "", 1);
      koyomi_print_column (koyomi_deadline_kind_get_label (deadline->kind, language), STATE_WIDTH);
      koyomi_print ("%s\n", deadline->title);
    }
  json_builder_end_array (builder);
  if (json && deadlines != NULL)
    koyomi_json_print (builder);

  return deadlines != NULL;
}
