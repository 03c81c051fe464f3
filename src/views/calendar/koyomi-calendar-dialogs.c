#include "koyomi-calendar-dialogs.h"

#include "koyomi-activity-dialog.h"
#include "koyomi-attest-dialog.h"
#include "koyomi-calendar-print.h"
#include "koyomi-day.h"
#include "koyomi-export-dialog.h"
#include "koyomi-function-card.h"
#include "koyomi-move-dialog.h"
#include "koyomi-rule-dialog.h"
#include "koyomi-skip-dialog.h"

#define ROWS_KEY "koyomi-calendar-rows"

/* Where a dialog belongs. */
typedef struct
{
  GtkWindow           *parent;
  KoyomiCalendarRows  *rows;
  KoyomiCalendarSheet *sheet;
  KoyomiWorkspace     *workspace;
  KoyomiRunSelection  *selection;
} Place;

static Place
get_place (GtkWidget *view)
{
  KoyomiCalendarRows *rows = g_object_get_data (G_OBJECT (view), ROWS_KEY);
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);

  return (Place) { GTK_WINDOW (gtk_widget_get_root (view)), rows, sheet, koyomi_calendar_sheet_get_workspace (sheet),
                   koyomi_calendar_sheet_get_selection (sheet) };
}

/* Returns: (nullable): the function of the line with the focus, else of the run that is chosen, else of the first line in sight */
static KoyomiRecord *
find_function (const Place *place)
{
  guint n_lines = koyomi_calendar_sheet_get_n_lines (place->sheet);
  guint line;
  gint64 id;

  if (!koyomi_calendar_rows_get_focus (place->rows, &line, &id) &&
      !koyomi_calendar_sheet_find_run (place->sheet, koyomi_run_selection_get_focus (place->selection), &line, NULL))
    line = koyomi_calendar_sheet_find_line (place->sheet, gtk_adjustment_get_value (
      koyomi_calendar_rows_get_adjustment (place->rows)));

  for (; line < n_lines; line++)
    if (koyomi_calendar_sheet_get_line (place->sheet, line)->row != NULL)
      return koyomi_calendar_sheet_get_line (place->sheet, line)->row->function;

  return NULL;
}

/* Today while it is in sight, else the first day in sight. */
static guint32
find_day (const Place *place)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (place->sheet)->time;
  guint32 first_day = koyomi_time_scale_get_first_visible (time);
  guint32 today = koyomi_day_today ();

  return today >= first_day && today <= koyomi_time_scale_get_last_visible (time) ? today : first_day;
}

static void
new_activity_action (GtkWidget  *view,
                     const char *name,
                     GVariant   *parameter)
{
  Place place = get_place (view);
  KoyomiRecord *function = find_function (&place);
  guint32 day = find_day (&place);

  koyomi_activity_dialog_present (place.parent, place.workspace, place.selection,
                                  function != NULL ? koyomi_record_get_id (function) : 0, day, day);
}

static void
new_activity_at_action (GtkWidget  *view,
                        const char *name,
                        GVariant   *parameter)
{
  Place place = get_place (view);
  gint64 function;
  guint32 first_day, last_day;

  g_variant_get (parameter, "(xuu)", &function, &first_day, &last_day);
  koyomi_activity_dialog_present (place.parent, place.workspace, place.selection, function, first_day, last_day);
}

static void
edit_rule_action (GtkWidget  *view,
                  const char *name,
                  GVariant   *parameter)
{
  Place place = get_place (view);
  gint64 run = koyomi_run_selection_get_focus (place.selection);

  if (run != 0)
    koyomi_rule_dialog_present (place.parent, place.workspace, run);
}

static void
skip_action (GtkWidget  *view,
             const char *name,
             GVariant   *parameter)
{
  Place place = get_place (view);
  g_autoptr(GArray) runs = koyomi_run_selection_list (place.selection);

  if (runs->len > 0)
    koyomi_skip_dialog_present (place.parent, place.workspace, runs);
}

static void
move_by_action (GtkWidget  *view,
                const char *name,
                GVariant   *parameter)
{
  Place place = get_place (view);
  g_autoptr(GArray) runs = koyomi_run_selection_list (place.selection);

  if (runs->len > 0)
    koyomi_move_dialog_present (place.parent, place.workspace, runs);
}

static void
attest_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  Place place = get_place (view);
  gint64 duty;
  int month;

  g_variant_get (parameter, "(xi)", &duty, &month);
  koyomi_attest_dialog_present (place.parent, place.workspace, duty,
                                koyomi_fiscal_year_get_month_first (koyomi_calendar_sheet_get_year (place.sheet), month - 1));
}

static void
show_function_action (GtkWidget  *view,
                      const char *name,
                      GVariant   *parameter)
{
  Place place = get_place (view);

  koyomi_function_card_present (place.parent, place.workspace, g_variant_get_int64 (parameter));
}

static void
show_focused_function_action (GtkWidget  *view,
                              const char *name,
                              GVariant   *parameter)
{
  Place place = get_place (view);
  KoyomiRecord *function = find_function (&place);

  if (function != NULL)
    koyomi_function_card_present (place.parent, place.workspace, koyomi_record_get_id (function));
}

static void
show_teams_action (GtkWidget  *view,
                   const char *name,
                   GVariant   *parameter)
{
  Place place = get_place (view);

  koyomi_function_card_present_teams (place.parent, place.workspace, g_variant_get_int64 (parameter));
}

static void
show_focused_teams_action (GtkWidget  *view,
                           const char *name,
                           GVariant   *parameter)
{
  Place place = get_place (view);
  KoyomiRecord *function = find_function (&place);

  if (function != NULL)
    koyomi_function_card_present_teams (place.parent, place.workspace, koyomi_record_get_id (function));
}

/* What is on the screen. */
static KoyomiExportRequest
make_request (const Place *place)
{
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (place->sheet)->time;

  return (KoyomiExportRequest) {
    .year = koyomi_calendar_sheet_get_year (place->sheet),
    .filter = (KoyomiCalendarFilter *) koyomi_calendar_sheet_get_filter (place->sheet),
    .grouping = koyomi_calendar_sheet_get_grouping (place->sheet),
    .first_day = koyomi_time_scale_get_first_visible (time),
    .last_day = koyomi_time_scale_get_last_visible (time),
  };
}

static void
export_action (GtkWidget  *view,
               const char *name,
               GVariant   *parameter)
{
  Place place = get_place (view);
  KoyomiExportRequest request = make_request (&place);

  koyomi_export_dialog_present (place.parent, place.workspace, &request);
}

static void
print_action (GtkWidget  *view,
              const char *name,
              GVariant   *parameter)
{
  Place place = get_place (view);
  KoyomiExportRequest request = make_request (&place);

  koyomi_calendar_print (place.parent, place.workspace, &request);
}

/* How much has to be chosen for an action. */
typedef enum
{
  NEEDS_NOTHING,
  NEEDS_EDIT,
  NEEDS_RUN,
  NEEDS_ONE_RUN,
} Need;

static const struct
{
  const char                  *name;
  const char                  *parameter;
  GtkWidgetActionActivateFunc  activate;
  Need                         need;
} actions[] = {
  { "calendar.new-activity", NULL, new_activity_action, NEEDS_EDIT },
  { "calendar.new-activity-at", "(xuu)", new_activity_at_action, NEEDS_EDIT },
  { "calendar.edit-rule", NULL, edit_rule_action, NEEDS_ONE_RUN },
  { "calendar.skip", NULL, skip_action, NEEDS_RUN },
  { "calendar.move-by", NULL, move_by_action, NEEDS_RUN },
  { "calendar.attest", "(xi)", attest_action, NEEDS_EDIT },
  { "calendar.show-function", "x", show_function_action, NEEDS_NOTHING },
  { "calendar.show-focused-function", NULL, show_focused_function_action, NEEDS_NOTHING },
  { "calendar.show-teams", "x", show_teams_action, NEEDS_NOTHING },
  { "calendar.show-focused-teams", NULL, show_focused_teams_action, NEEDS_NOTHING },
  { "calendar.export", NULL, export_action, NEEDS_NOTHING },
  { "calendar.print", NULL, print_action, NEEDS_NOTHING },
};

static void
update_actions (GtkWidget *view)
{
  Place place = get_place (view);
  guint n_runs = koyomi_run_selection_count (place.selection);
  gboolean can_edit = koyomi_calendar_sheet_can_edit (place.sheet);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].need != NEEDS_NOTHING)
      gtk_widget_action_set_enabled (view, actions[i].name,
                                     can_edit && (actions[i].need == NEEDS_EDIT || n_runs == 1 ||
                                                  (actions[i].need == NEEDS_RUN && n_runs > 1)));
}

void
koyomi_calendar_dialogs_install (GtkWidgetClass *view_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (view_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

/* Has the actions of @view, whose class has them installed, act on @rows. */
void
koyomi_calendar_dialogs_attach (GtkWidget          *view,
                                KoyomiCalendarRows *rows)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);

  g_object_set_data_full (G_OBJECT (view), ROWS_KEY, g_object_ref (rows), g_object_unref);
  g_signal_connect_object (koyomi_calendar_sheet_get_selection (sheet), "changed", G_CALLBACK (update_actions), view,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (update_actions), view, G_CONNECT_SWAPPED);
  update_actions (view);
}
