#include "koyomi-lists.h"

#include "koyomi-day.h"
#include "koyomi-incident-board.h"
#include "koyomi-json.h"
#include "koyomi-shell.h"

#include <math.h>
#include <string.h>

#define N_COLUMNS 8
#define HOUR 3600000.0

typedef struct
{
  KoyomiSession       *session;
  KoyomiIncidentBoard *board;
  GHashTable          *incidents;   /* id -> record */
  GPtrArray           *cards;       /* (element-type KoyomiIncidentCard): those that are listed, by number */
  KoyomiLanguage       language;
} IncidentList;

static void
clear_list (IncidentList *self)
{
  g_clear_pointer (&self->board, koyomi_incident_board_free);
  g_clear_pointer (&self->incidents, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IncidentList, clear_list)

static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  const KoyomiIncidentCard *first = *(const KoyomiIncidentCard * const *) a;
  const KoyomiIncidentCard *second = *(const KoyomiIncidentCard * const *) b;
  int difference = strcmp (first->number, second->number);

  return difference != 0 ? difference : (first->id > second->id) - (first->id < second->id);
}

static gboolean
load (IncidentList            *self,
      const KoyomiFiscalYear  *year,
      GError                 **error)
{
  if ((self->board = koyomi_session_load_incident_board (self->session, koyomi_time_now (), self->language, error)) == NULL ||
      (self->incidents = koyomi_session_index (self->session, KOYOMI_TABLE_INCIDENT, self->language, error)) == NULL)
    return FALSE;

  self->cards = g_ptr_array_new ();
  for (guint i = 0; i < koyomi_incident_board_get_n_cards (self->board); i++)
    {
      KoyomiIncidentCard *card = koyomi_incident_board_get_card (self->board, i);
      guint32 day = card->since != 0 ? koyomi_time_get_day (card->since) : KOYOMI_DAY_NONE;

      if (year == NULL || (day >= koyomi_fiscal_year_get_first_day (*year) && day <= koyomi_fiscal_year_get_last_day (*year)))
        g_ptr_array_add (self->cards, card);
    }
  g_ptr_array_sort (self->cards, compare_cards);

  return TRUE;
}

static char *
format_clock (IncidentList             *self,
              const KoyomiIncidentCard *card)
{
  g_autofree char *due = koyomi_time_format_local (card->clock_due);

  if (card->clock_id == 0)
    return g_strdup ("");

  /* Translators: a report that must be made, such as “GDPR: Notice to the authority”, and until when */
  return card->clock_due == 0 ? g_strdup (card->clock)
                              : g_strdup_printf (koyomi_tr (self->language, N_("%s until %s")), card->clock, due);
}

static void
add_cells (IncidentList             *self,
           const KoyomiIncidentCard *card,
           GPtrArray                *cells)
{
  g_ptr_array_add (cells, g_strdup (card->number));
  g_ptr_array_add (cells, g_strdup (koyomi_incident_kind_get_label (card->kind, self->language)));
  g_ptr_array_add (cells, g_strdup (koyomi_severity_get_label (card->severity, self->language)));
  g_ptr_array_add (cells, g_strdup (koyomi_incident_state_get_label (card->state, self->language)));
  g_ptr_array_add (cells, koyomi_time_format_local (card->since));
  g_ptr_array_add (cells, g_strdup_printf ("%u/%u", card->n_done, card->n_tasks));
  g_ptr_array_add (cells, format_clock (self, card));
  g_ptr_array_add (cells, g_strdup (card->title));
}

static void
print_text (IncidentList *self)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint widths[N_COLUMNS] = { 0 };

  for (guint i = 0; i < self->cards->len; i++)
    add_cells (self, g_ptr_array_index (self->cards, i), cells);

  for (guint i = 0; i < cells->len; i++)
    widths[i % N_COLUMNS] = MAX (widths[i % N_COLUMNS], koyomi_text_get_width (g_ptr_array_index (cells, i)));

  for (guint i = 0; i < cells->len; i++)
    {
      gboolean is_last = i % N_COLUMNS == N_COLUMNS - 1;

      koyomi_print_column (g_ptr_array_index (cells, i), is_last ? 0 : widths[i % N_COLUMNS]);
      if (is_last)
        koyomi_print ("\n");
    }
}

static void
add_flag (JsonBuilder *builder,
          const char  *name,
          gboolean     flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_clock (JsonBuilder              *builder,
           const KoyomiIncidentCard *card)
{
  g_autofree char *due = koyomi_time_format (card->clock_due);

  koyomi_json_add_text (builder, "next_report", card->clock);
  json_builder_set_member_name (builder, "next_report_due");
  if (card->clock_due != 0)
    json_builder_add_string_value (builder, due);
  else
    json_builder_add_null_value (builder);
  add_flag (builder, "next_report_late", card->clock_late);
  koyomi_json_add_int (builder, "reports_open", card->n_clocks);
  koyomi_json_add_int (builder, "reports_not_judged", card->n_unjudged);
}

/* Hours, null where a time is missing: ttd_hours, tta_hours, ttc_hours, ttr_hours. */
static void
add_measures (JsonBuilder              *builder,
              const KoyomiIncidentCard *card)
{
  for (guint i = 0; i < KOYOMI_N_MEASURES; i++)
    {
      g_autofree char *code = g_ascii_strdown (koyomi_measure_get_code (i), -1);
      g_autofree char *name = g_strconcat (code, "_hours", NULL);
      gint64 length;

      koyomi_json_add_real (builder, name, koyomi_measure_take (i, &card->times, &length, NULL) ? length / HOUR : NAN);
    }
}

static const char *
get_number (IncidentList *self,
            gint64        id)
{
  const KoyomiIncidentCard *card = koyomi_incident_board_find (self->board, id);

  return card != NULL ? card->number : "";
}

static void
add_incident (IncidentList             *self,
              JsonBuilder              *builder,
              const KoyomiIncidentCard *card)
{
  json_builder_begin_object (builder);
  koyomi_json_add_record (builder, g_hash_table_lookup (self->incidents, &card->id));
  koyomi_json_add_text (builder, "team", card->team);
  koyomi_json_add_text (builder, "recurrence_of", get_number (self, card->recurrence_of));
  koyomi_json_add_text (builder, "merged_into", get_number (self, card->merged_into));
  add_flag (builder, "open", koyomi_incident_card_is_open (card));
  add_flag (builder, "counted", koyomi_incident_card_counts (card));
  koyomi_json_add_int (builder, "tasks", card->n_tasks);
  koyomi_json_add_int (builder, "tasks_done", card->n_done);
  koyomi_json_add_int (builder, "tasks_late", card->n_late);
  koyomi_json_add_int (builder, "follow_ups", card->n_follow_ups);
  add_clock (builder, card);
  add_measures (builder, card);
  json_builder_end_object (builder);
}

static void
print_json (IncidentList *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < self->cards->len; i++)
    add_incident (self, builder, g_ptr_array_index (self->cards, i));
  json_builder_end_array (builder);
  koyomi_json_print (builder);
}

/**
 * koyomi_list_incidents:
 * @year: (nullable): only those that were detected in it
 *
 * Prints the incidents by number, as the board has them; JSON has all fields as well, and how long things took.
 */
gboolean
koyomi_list_incidents (KoyomiSession           *session,
                       const KoyomiFiscalYear  *year,
                       KoyomiLanguage           language,
                       gboolean                 json,
                       GError                 **error)
{
  g_auto(IncidentList) self = { .session = session, .language = language };

  if (!load (&self, year, error))
    return FALSE;

  if (json)
    print_json (&self);
  else
    print_text (&self);

  return TRUE;
}
