#include "koyomi-lists.h"

#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"
#include "koyomi-json.h"
#include "koyomi-shell.h"

static void
print_text (const KoyomiDrillCoverage *coverage,
            KoyomiLanguage             language)
{
  guint width = 0;

  for (guint i = 0; i < coverage->rows->len; i++)
    width = MAX (width, koyomi_text_get_width (((KoyomiDrillCoverageRow *) g_ptr_array_index (coverage->rows, i))->name));

  for (guint i = 0; i < coverage->rows->len; i++)
    {
      const KoyomiDrillCoverageRow *row = g_ptr_array_index (coverage->rows, i);
      g_autofree char *day = row->last_day != KOYOMI_DAY_NONE ? koyomi_day_format (row->last_day) : g_strdup ("");

      koyomi_print_column (row->is_covered ? "●" : "○", 2);
      koyomi_print_column (row->name, width);
      koyomi_print_column (day, 10);
      koyomi_print ("%s\n", row->last_title);
    }

  koyomi_print (koyomi_ntr (language, "%u without a drill in 12 months", "%u without a drill in 12 months", coverage->n_uncovered),
                coverage->n_uncovered);
  koyomi_print ("\n");
}

static void
add_day (JsonBuilder *builder,
         const char  *name,
         guint32      day)
{
  g_autofree char *text = day != KOYOMI_DAY_NONE ? koyomi_day_format (day) : NULL;

  if (text != NULL)
    koyomi_json_add_text (builder, name, text);
}

static void
add_row (JsonBuilder                  *builder,
         const KoyomiDrillCoverageRow *row)
{
  json_builder_begin_object (builder);
  koyomi_json_add_text (builder, "name", row->name);
  json_builder_set_member_name (builder, "outsourced");
  json_builder_add_boolean_value (builder, row->is_outsourced);
  json_builder_set_member_name (builder, "covered");
  json_builder_add_boolean_value (builder, row->is_covered);
  koyomi_json_add_int (builder, "n_drills", row->n_drills);
  add_day (builder, "last_day", row->last_day);
  koyomi_json_add_text (builder, "last_drill", row->last_title);
  json_builder_end_object (builder);
}

static void
print_json (const KoyomiDrillCoverage *coverage)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < coverage->rows->len; i++)
    add_row (builder, g_ptr_array_index (coverage->rows, i));
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

/* Teams and outsourcers with the drill that they took part in last. */
gboolean
koyomi_list_drills (KoyomiSession   *session,
                    KoyomiLanguage   language,
                    gboolean         json,
                    GError         **error)
{
  g_autoptr(KoyomiDrillCoverage) coverage = koyomi_session_load_drill_coverage (session, koyomi_day_today (), language, error);

  if (coverage == NULL)
    return FALSE;

  if (json)
    print_json (coverage);
  else
    print_text (coverage, language);

  return TRUE;
}
