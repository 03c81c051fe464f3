#include "koyomi-test-every-dialog.h"

#include "koyomi-about.h"
#include "koyomi-accept-dialog.h"
#include "koyomi-activity-dialog.h"
#include "koyomi-assign-dialog.h"
#include "koyomi-attest-dialog.h"
#include "koyomi-audit-pack-dialog.h"
#include "koyomi-audit-window.h"
#include "koyomi-auditor-dialog.h"
#include "koyomi-backups-dialog.h"
#include "koyomi-baseline-name.h"
#include "koyomi-baselines-dialog.h"
#include "koyomi-cell-dialog.h"
#include "koyomi-checklists-window.h"
#include "koyomi-clock-dialog.h"
#include "koyomi-clocks-window.h"
#include "koyomi-close-dialog.h"
#include "koyomi-committees-dialog.h"
#include "koyomi-compare-dialog.h"
#include "koyomi-composite-dialog.h"
#include "koyomi-day-off-dialog.h"
#include "koyomi-day.h"
#include "koyomi-decision-dialog.h"
#include "koyomi-delete-dialog.h"
#include "koyomi-draft-window.h"
#include "koyomi-drills-window.h"
#include "koyomi-error-dialog.h"
#include "koyomi-evidence-dialog.h"
#include "koyomi-export-dialog.h"
#include "koyomi-filing-dialog.h"
#include "koyomi-finding-dialog.h"
#include "koyomi-finding-window.h"
#include "koyomi-follow-up-dialog.h"
#include "koyomi-function-card.h"
#include "koyomi-function-dialog.h"
#include "koyomi-gap-dialog.h"
#include "koyomi-goal-dialog.h"
#include "koyomi-history-dialog.h"
#include "koyomi-import-dialog.h"
#include "koyomi-incident-window.h"
#include "koyomi-issued-reports-window.h"
#include "koyomi-matrix-changes-window.h"
#include "koyomi-maturity-window.h"
#include "koyomi-meeting-rule.h"
#include "koyomi-meeting-window.h"
#include "koyomi-metric-definition.h"
#include "koyomi-metric-entry-window.h"
#include "koyomi-metric-grid.h"
#include "koyomi-metric-library-dialog.h"
#include "koyomi-metric-limit-dialog.h"
#include "koyomi-metric-paste-dialog.h"
#include "koyomi-metric-window.h"
#include "koyomi-move-dialog.h"
#include "koyomi-new-incident-dialog.h"
#include "koyomi-new-plan-dialog.h"
#include "koyomi-plan-view.h"
#include "koyomi-objective-dialog.h"
#include "koyomi-objectives-window.h"
#include "koyomi-preferences.h"
#include "koyomi-readiness-window.h"
#include "koyomi-record-card.h"
#include "koyomi-refusal.h"
#include "koyomi-register-dialog.h"
#include "koyomi-report-issuing.h"
#include "koyomi-registers-window.h"
#include "koyomi-report-texts-window.h"
#include "koyomi-risk-dialog.h"
#include "koyomi-roll-over-assistant.h"
#include "koyomi-rule-dialog.h"
#include "koyomi-search-window.h"
#include "koyomi-skip-dialog.h"
#include "koyomi-facts-window.h"
#include "koyomi-metric-rows-window.h"
#include "koyomi-quarter-window.h"
#include "koyomi-tiles-dialog.h"
#include "koyomi-state-dialog.h"
#include "koyomi-times-dialog.h"
#include "koyomi-triage-dialog.h"
#include "koyomi-team-card.h"
#include "koyomi-teams-window.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-widget.h"
#include "koyomi-variance-window.h"

#include <string.h>

static GArray *
list_run (KoyomiTestWindow *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 run = koyomi_test_window_find_run (self);

  g_array_append_val (runs, run);

  return runs;
}

static void
present_about (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_about_present (parent, KOYOMI_LANGUAGE_JA);
}

static void
present_activity (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_activity_dialog_present (parent, koyomi_window_get_workspace (self->window), koyomi_calendar_sheet_get_selection (koyomi_calendar_rows_get_sheet (koyomi_test_window_get_rows (self))), koyomi_test_window_get_first (self, KOYOMI_TABLE_FUNCTION),
                                  koyomi_day_today (), koyomi_day_today ());
}

static void
present_assign (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  g_autoptr(GArray) runs = list_run (self);

  koyomi_assign_dialog_present (parent, koyomi_window_get_workspace (self->window), runs);
}

static void
present_attest (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_attest_dialog_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_DUTY), koyomi_day_new (2026, 10, 1));
}

static void
present_backups (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_backups_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_auditor (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_auditor_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_backups_for_file (KoyomiTestWindow *self,
                          GtkWindow        *parent)
{
  koyomi_backups_dialog_present_for_file (parent, koyomi_application_get_settings (koyomi_application_of_window (GTK_WINDOW (self->window))), KOYOMI_LANGUAGE_EN, self->path);
}

static void
present_baseline_name (KoyomiTestWindow *self,
                       GtkWindow        *parent)
{
  koyomi_baseline_name_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_add_baseline (self));
}

static void
present_baselines (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_test_window_add_baseline (self);
  koyomi_baselines_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_committees (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_committees_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_day_off (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_day_off_dialog_present (parent, koyomi_window_get_workspace (self->window), NULL);
}

static void
present_delete (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_delete_dialog_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_find_run (self));
}

static void
present_error (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  g_autoptr(GError) error = g_error_new_literal (KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_FULL, "no room");

  koyomi_error_dialog_present (parent, KOYOMI_LANGUAGE_EN, "Nothing was done", self->path, error);
}

static void
present_evidence (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_evidence_dialog_present (parent, koyomi_window_get_workspace (self->window), KOYOMI_PROOF_OCCURRENCE, koyomi_test_window_find_run (self));
}

static void
present_export (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  const KoyomiExportRequest request = {
    .year = { 2026, 4 }, .first_day = koyomi_day_new (2026, 5, 1), .last_day = koyomi_day_new (2026, 5, 31)
  };

  koyomi_export_dialog_present (parent, koyomi_window_get_workspace (self->window), &request);
}

static void
present_export_incidents (KoyomiTestWindow *self,
                          GtkWindow        *parent)
{
  const KoyomiExportRequest request = { .report = KOYOMI_EXPORT_REPORT_INCIDENTS };

  koyomi_export_dialog_present (parent, koyomi_window_get_workspace (self->window), &request);
}

static void
present_export_matrix (KoyomiTestWindow *self,
                       GtkWindow        *parent)
{
  const KoyomiExportRequest request = { .report = KOYOMI_EXPORT_REPORT_MATRIX, .day = koyomi_day_new (2026, 5, 1) };

  koyomi_export_dialog_present (parent, koyomi_window_get_workspace (self->window), &request);
}

static void
present_export_metrics (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  const KoyomiExportRequest request = { .report = KOYOMI_EXPORT_REPORT_METRICS, .day = koyomi_day_new (2026, 9, 1) };

  koyomi_export_dialog_present (parent, koyomi_window_get_workspace (self->window), &request);
}

static void
present_function (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_function_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_function_card (KoyomiTestWindow *self,
                       GtkWindow        *parent)
{
  koyomi_function_card_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_FUNCTION));
}

static void
present_history (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_test_window_mark_done (self);
  koyomi_history_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

/* Where reading takes long, a dialog stands there meanwhile that says so. */
static void
present_import (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  g_autofree char *path = g_strconcat (self->path, ".csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  GtkWindow *window;

  g_file_set_contents (path, "Function,Owner\nLogs are read,Example Taro\n", -1, &error);
  g_assert_no_error (error);
  koyomi_import_dialog_present (parent, koyomi_window_get_workspace (self->window), file);
  while ((window = koyomi_test_dialog_find (self->window)) == NULL || !g_str_equal (G_OBJECT_TYPE_NAME (window), "KoyomiImportDialog"))
    g_main_context_iteration (NULL, TRUE);
}

#ifndef __SANITIZE_ADDRESS__
/* GTK's chooser of files loses what it was reading when it is closed. */
static void
present_import_chooser (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  koyomi_import_dialog_present (parent, koyomi_window_get_workspace (self->window), NULL);
}
#endif

static void
present_meeting_rule (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  koyomi_meeting_rule_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_COMMITTEE));
}

static void
present_maturity (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_maturity_window_present (parent, koyomi_window_get_workspace (self->window));
}

static KoyomiRecord *
get_function (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) functions = koyomi_session_list (koyomi_window_get_session (self->window), KOYOMI_TABLE_FUNCTION, 0, 0,
                                                        KOYOMI_LANGUAGE_EN, NULL);

  return g_object_ref (g_ptr_array_index (functions, 0));
}

static void
present_maturity_accept (KoyomiTestWindow *self,
                         GtkWindow        *parent)
{
  g_autoptr(KoyomiRecord) function = get_function (self);

  koyomi_accept_dialog_present (parent, koyomi_window_get_workspace (self->window), function);
}

static void
present_maturity_gap (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  g_autoptr(KoyomiRecord) function = get_function (self);

  koyomi_gap_dialog_present (parent, koyomi_window_get_workspace (self->window), function);
}

static void
present_maturity_goal (KoyomiTestWindow *self,
                       GtkWindow        *parent)
{
  g_autoptr(GArray) functions = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 function = koyomi_test_window_get_first (self, KOYOMI_TABLE_FUNCTION);

  g_array_append_val (functions, function);
  koyomi_goal_dialog_present (parent, koyomi_window_get_workspace (self->window), functions, 3, KOYOMI_DAY_NONE);
}

static void
present_meeting (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_meeting_window_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_MEETING));
}

static void
present_move (KoyomiTestWindow *self,
              GtkWindow        *parent)
{
  g_autoptr(GArray) runs = list_run (self);

  koyomi_move_dialog_present (parent, koyomi_window_get_workspace (self->window), runs);
}

static void
present_new_incident (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  g_autoptr(KoyomiIncidentSheet) sheet = koyomi_incident_sheet_new (koyomi_window_get_workspace (self->window));

  koyomi_new_incident_dialog_present (parent, sheet);
}

/* Returns: an incident that is open, so that much is still missing to close it */
static gint64
find_incident (KoyomiTestWindow *self)
{
  g_autoptr(GPtrArray) incidents = koyomi_session_list (koyomi_window_get_session (self->window), KOYOMI_TABLE_INCIDENT, 0, 0,
                                                        KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < incidents->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (incidents, i), KOYOMI_INCIDENT_STATE) == KOYOMI_INCIDENT_STATE_RESPONDING)
      return koyomi_record_get_id (g_ptr_array_index (incidents, i));

  g_assert_not_reached ();
}

static void
keep_clock_cb (gint64   clock,
               gpointer data)
{
}

static void
present_clock (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_clock_dialog_present (parent, koyomi_window_get_workspace (self->window), 0, keep_clock_cb, NULL);
}

static void
present_clocks (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_clocks_window_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_decision (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_decision_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self), 0);
}

static void
present_filing (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_filing_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self),
                                koyomi_test_window_get_first (self, KOYOMI_TABLE_CLOCK));
}

static void
present_report_due (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_report_due_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self),
                                    koyomi_test_window_get_first (self, KOYOMI_TABLE_CLOCK));
}

static void
present_report_draft (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  koyomi_draft_window_present (parent, koyomi_window_get_workspace (self->window), find_incident (self),
                               koyomi_test_window_get_first (self, KOYOMI_TABLE_CLOCK));
}

static void
present_incident (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  g_autoptr(KoyomiIncidentSheet) sheet = koyomi_incident_sheet_new (koyomi_window_get_workspace (self->window));

  koyomi_incident_sheet_reveal (sheet, find_incident (self));
  koyomi_incident_window_present (parent, sheet);
}

static void
present_close_incident (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  koyomi_close_dialog_present (GTK_WIDGET (parent), koyomi_window_get_workspace (self->window), find_incident (self));
}

static void
present_triage (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_triage_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self));
}

static void
present_times (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_times_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self));
}

static void
present_facts (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_facts_window_present (parent, koyomi_window_get_workspace (self->window), find_incident (self));
}

static void
present_false_alarm (KoyomiTestWindow *self,
                     GtkWindow        *parent)
{
  koyomi_state_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self), KOYOMI_INCIDENT_STATE_FALSE_ALARM);
}

static void
present_merge_incident (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  koyomi_state_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self), KOYOMI_INCIDENT_STATE_MERGED);
}

static void
present_checklists (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_checklists_window_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_drills (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_drills_window_present (parent, koyomi_window_get_workspace (self->window), NULL);
}

static void
present_follow_up (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_follow_up_dialog_present (parent, koyomi_window_get_workspace (self->window), find_incident (self));
}

static void
present_new_plan (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_new_plan_dialog_present (parent, koyomi_application_get_settings (koyomi_application_of_window (GTK_WINDOW (self->window))), KOYOMI_LANGUAGE_EN);
}

static void
present_preferences (KoyomiTestWindow *self,
                     GtkWindow        *parent)
{
  koyomi_preferences_present (self->window, koyomi_application_get_settings (koyomi_application_of_window (GTK_WINDOW (self->window))), KOYOMI_LANGUAGE_EN, NULL);
}

static void
present_refusal (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  g_autoptr(GError) error = g_error_new_literal (KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_A_PLAN, "no plan");

  koyomi_refusal_present (parent, KOYOMI_LANGUAGE_EN, self->path, error);
}

static void
present_damage (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  g_autoptr(GError) error = g_error_new_literal (KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_CORRUPT, "a page is broken");

  koyomi_refusal_present_damage (parent, KOYOMI_LANGUAGE_EN, self->path, error);
}

static void
present_roll_over (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_roll_over_assistant_present (parent, koyomi_window_get_workspace (self->window), NULL);
}

static void
present_rule (KoyomiTestWindow *self,
              GtkWindow        *parent)
{
  koyomi_rule_dialog_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_find_run (self));
}

static void
present_shortcuts (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "show-help-overlay", NULL);
}

static void
present_record_card (KoyomiTestWindow *self,
                     GtkWindow        *parent)
{
  koyomi_record_card_present (parent, koyomi_window_get_workspace (self->window), KOYOMI_TABLE_RISK,
                              koyomi_test_window_get_first (self, KOYOMI_TABLE_RISK));
}

static void
present_search (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_search_window_present (parent, koyomi_window_get_workspace (self->window),
                                koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_PLAN_VIEW));
}

static void
present_readiness (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_readiness_window_present (parent, koyomi_window_get_workspace (self->window),
                                   koyomi_test_widget_find (GTK_WIDGET (self->window), KOYOMI_TYPE_PLAN_VIEW));
}

static void
present_skip (KoyomiTestWindow *self,
              GtkWindow        *parent)
{
  g_autoptr(GArray) runs = list_run (self);

  koyomi_skip_dialog_present (parent, koyomi_window_get_workspace (self->window), runs);
}

static void
present_miss (KoyomiTestWindow *self,
              GtkWindow        *parent)
{
  g_autoptr(GArray) runs = list_run (self);

  koyomi_miss_dialog_present (parent, koyomi_window_get_workspace (self->window), runs);
}

static void
present_variance (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  koyomi_variance_window_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_add_baseline (self));
}

static gint64
find_metric (KoyomiTestWindow *self,
             const char       *code)
{
  return koyomi_session_find_metric (koyomi_window_get_session (self->window), code, NULL);
}

static void
present_metric_values (KoyomiTestWindow *self,
                       GtkWindow        *parent)
{
  koyomi_metric_entry_window_present (parent, koyomi_window_get_workspace (self->window), 0);
}

static void
present_metric_paste (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  KoyomiSession *session = koyomi_window_get_session (self->window);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, koyomi_day_today ());
  g_autoptr(GPtrArray) grid = koyomi_session_load_metric_grid (session, year, koyomi_day_today (), KOYOMI_LANGUAGE_EN, NULL);

  koyomi_metric_paste_dialog_present (parent, koyomi_window_get_workspace (self->window), grid, 0, 0, "1\t2\tn/a");
}

static void
present_metric (KoyomiTestWindow *self,
                GtkWindow        *parent)
{
  koyomi_metric_window_present (parent, koyomi_window_get_workspace (self->window), find_metric (self, "KPI-22"));
}

static void
present_computed_metric (KoyomiTestWindow *self,
                         GtkWindow        *parent)
{
  koyomi_metric_window_present (parent, koyomi_window_get_workspace (self->window), find_metric (self, "KPI-14"));
}

static void
present_new_metric (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_metric_window_present (parent, koyomi_window_get_workspace (self->window), 0);
}

static void
present_metric_limit (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  g_autoptr(KoyomiRecord) metric = koyomi_session_get (koyomi_window_get_session (self->window), KOYOMI_TABLE_METRIC,
                                                       find_metric (self, "KPI-22"), KOYOMI_LANGUAGE_EN, NULL);

  koyomi_metric_limit_dialog_present (parent, koyomi_window_get_workspace (self->window), metric, NULL);
}

static void
present_composite (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_composite_dialog_present (GTK_WIDGET (parent), koyomi_window_get_workspace (self->window), 0);
}

static void
present_weights (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_composite_dialog_present (GTK_WIDGET (parent), koyomi_window_get_workspace (self->window), find_metric (self, "IDX-01"));
}

static void
present_metric_library (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  koyomi_metric_library_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_objective (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_objective_dialog_present (parent, koyomi_window_get_workspace (self->window), NULL);
}

static void
present_objectives (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_objectives_window_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_registers (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_registers_window_present (parent, koyomi_window_get_workspace (self->window), KOYOMI_TABLE_RISK, 0);
}

static const KoyomiRegisterKind *
find_register (KoyomiTableId table)
{
  guint i = 0;

  while (koyomi_register_kind_get (i)->table != table)
    i++;

  return koyomi_register_kind_get (i);
}

static void
present_register_row (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  const KoyomiRegisterKind *kind = find_register (KOYOMI_TABLE_OBLIGATION);
  g_autoptr(KoyomiRecord) record = koyomi_register_kind_create (kind, koyomi_day_today ());

  koyomi_register_dialog_present (parent, koyomi_window_get_workspace (self->window), kind, record, TRUE);
}

static void
present_risk_judgement (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  g_autoptr(KoyomiRecord) risk = koyomi_session_get (koyomi_window_get_session (self->window), KOYOMI_TABLE_RISK,
                                                     koyomi_test_window_get_first (self, KOYOMI_TABLE_RISK), KOYOMI_LANGUAGE_EN, NULL);

  koyomi_risk_dialog_present (parent, koyomi_window_get_workspace (self->window), risk);
}

static void
present_breaches (KoyomiTestWindow *self,
                  GtkWindow        *parent)
{
  gtk_widget_activate_action (GTK_WIDGET (koyomi_test_window_get_rows (self)), "plan.breaches", NULL);
}

static void
present_cell (KoyomiTestWindow *self,
              GtkWindow        *parent)
{
  koyomi_cell_dialog_present (parent, koyomi_window_get_workspace (self->window),
                              koyomi_test_window_get_first (self, KOYOMI_TABLE_FUNCTION),
                              koyomi_test_window_get_first (self, KOYOMI_TABLE_TEAM), koyomi_day_today ());
}

static KoyomiMatrixSheet *
make_sheet (KoyomiTestWindow *self)
{
  KoyomiMatrixSheet *sheet = koyomi_matrix_sheet_new (koyomi_window_get_workspace (self->window));
  guint32 day = koyomi_day_add_months (koyomi_matrix_sheet_get_day (sheet), -12);

  koyomi_matrix_sheet_set_moment (sheet, koyomi_matrix_moment_new (KOYOMI_MATRIX_MOMENT_DAY, NULL, day, ""));

  return sheet;
}

static void
present_matrix_compare (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  g_autoptr(KoyomiMatrixSheet) sheet = make_sheet (self);

  koyomi_test_window_add_baseline (self);
  koyomi_compare_dialog_present (parent, sheet);
}

static void
present_matrix_changes (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  g_autoptr(KoyomiMatrixSheet) sheet = make_sheet (self);

  koyomi_matrix_changes_window_present (parent, GTK_WIDGET (koyomi_test_window_get_rows (self)), sheet);
}

static void
present_teams (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_teams_window_present (parent, koyomi_window_get_workspace (self->window), 0);
}

static void
present_team_card (KoyomiTestWindow *self,
                   GtkWindow        *parent)
{
  koyomi_team_card_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_TEAM));
}

static void
present_metric_rows (KoyomiTestWindow *self,
                     GtkWindow        *parent)
{
  koyomi_metric_rows_window_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_METRIC),
                                     koyomi_day_new (2026, 10, 1), koyomi_day_new (2026, 12, 31));
}

static void
present_quarter (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_quarter_window_present (parent, koyomi_window_get_workspace (self->window), (KoyomiFiscalYear) { 2026, 4 }, 2);
}

static void
present_tiles (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_tiles_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_issue (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  const KoyomiReportWish wish = {
    .kind = koyomi_report_kind_find ("committee"), .options = { .year = { 2026, 4 }, .quarter = 2, .language = KOYOMI_LANGUAGE_JA }, .compares = TRUE,
  };

  koyomi_report_issue_present (parent, koyomi_window_get_workspace (self->window), &wish);
}

static void
present_issued_reports (KoyomiTestWindow *self,
                        GtkWindow        *parent)
{
  koyomi_issued_reports_window_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_audit (KoyomiTestWindow *self,
               GtkWindow        *parent)
{
  koyomi_audit_window_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_AUDIT));
}

static void
present_audit_pack (KoyomiTestWindow *self,
                    GtkWindow        *parent)
{
  koyomi_audit_pack_dialog_present (parent, koyomi_window_get_workspace (self->window));
}

static void
present_finding (KoyomiTestWindow *self,
                 GtkWindow        *parent)
{
  koyomi_finding_window_present (parent, koyomi_window_get_workspace (self->window), koyomi_test_window_get_first (self, KOYOMI_TABLE_FINDING));
}

static void
present_new_finding (KoyomiTestWindow *self,
                     GtkWindow        *parent)
{
  koyomi_finding_dialog_present (parent, koyomi_window_get_workspace (self->window), NULL);
}

static void
present_report_texts (KoyomiTestWindow *self,
                      GtkWindow        *parent)
{
  const KoyomiReportWish wish = {
    .kind = koyomi_report_kind_find ("committee"), .options = { .year = { 2026, 4 }, .quarter = 2, .language = KOYOMI_LANGUAGE_JA },
  };

  koyomi_report_texts_window_present (parent, koyomi_window_get_workspace (self->window), &wish, 0);
}

const KoyomiTestEveryDialog koyomi_test_every_dialog[] = {
  { "about", present_about },
  { "activity", present_activity },
  { "assign", present_assign },
  { "attest", present_attest },
  { "audit", present_audit },
  { "audit-pack", present_audit_pack },
  { "auditor", present_auditor },
  { "backups", present_backups },
  { "backups-for-file", present_backups_for_file },
  { "baseline-name", present_baseline_name },
  { "baselines", present_baselines },
  { "breaches", present_breaches },
  { "cell", present_cell },
  { "clock", present_clock },
  { "clocks", present_clocks },
  { "committees", present_committees },
  { "day-off", present_day_off },
  { "decision", present_decision },
  { "delete", present_delete },
  { "error", present_error },
  { "evidence", present_evidence },
  { "export", present_export },
  { "export-incidents", present_export_incidents },
  { "export-matrix", present_export_matrix },
  { "export-metrics", present_export_metrics },
  { "filing", present_filing },
  { "finding", present_finding },
  { "finding-new", present_new_finding },
  { "function", present_function },
  { "function-card", present_function_card },
  { "history", present_history },
  { "import", present_import },
#ifndef __SANITIZE_ADDRESS__
  { "import-chooser", present_import_chooser },
#endif
  { "matrix-changes", present_matrix_changes },
  { "matrix-compare", present_matrix_compare },
  { "issue", present_issue },
  { "issued-reports", present_issued_reports },
  { "maturity", present_maturity },
  { "maturity-accept", present_maturity_accept },
  { "maturity-gap", present_maturity_gap },
  { "maturity-goal", present_maturity_goal },
  { "meeting", present_meeting },
  { "meeting-rule", present_meeting_rule },
  { "metric", present_metric },
  { "metric-composite", present_composite },
  { "metric-computed", present_computed_metric },
  { "metric-library", present_metric_library },
  { "metric-limit", present_metric_limit },
  { "metric-new", present_new_metric },
  { "metric-paste", present_metric_paste },
  { "metric-values", present_metric_values },
  { "metric-weights", present_weights },
  { "miss", present_miss },
  { "move", present_move },
  { "new-incident", present_new_incident },
  { "incident", present_incident },
  { "close-incident", present_close_incident },
  { "false-alarm", present_false_alarm },
  { "merge-incident", present_merge_incident },
  { "triage", present_triage },
  { "incident-times", present_times },
  { "incident-facts", present_facts },
  { "metric-rows", present_metric_rows },
  { "quarter", present_quarter },
  { "tiles", present_tiles },
  { "incident-check-lists", present_checklists },
  { "incident-follow-up", present_follow_up },
  { "drills", present_drills },
  { "new-plan", present_new_plan },
  { "objective", present_objective },
  { "objectives", present_objectives },
  { "preferences", present_preferences },
  { "refusal", present_refusal },
  { "refusal-of-damage", present_damage },
  { "register-row", present_register_row },
  { "registers", present_registers },
  { "report-draft", present_report_draft },
  { "report-due", present_report_due },
  { "report-texts", present_report_texts },
  { "risk-judgement", present_risk_judgement },
  { "roll-over", present_roll_over },
  { "rule", present_rule },
  { "shortcuts", present_shortcuts },
  { "record-card", present_record_card },
  { "readiness", present_readiness },
  { "search", present_search },
  { "skip", present_skip },
  { "team-card", present_team_card },
  { "teams", present_teams },
  { "variance", present_variance },
  { NULL, NULL }
};

GtkWindow *
koyomi_test_every_dialog_present (KoyomiTestWindow            *self,
                                  const KoyomiTestEveryDialog *dialog)
{
  dialog->present (self, GTK_WINDOW (self->window));

  return koyomi_test_dialog_wait (self->window);
}
