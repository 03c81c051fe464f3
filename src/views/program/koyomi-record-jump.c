#include "koyomi-record-jump.h"

#include "koyomi-audit-window.h"
#include "koyomi-clocks-window.h"
#include "koyomi-committees-dialog.h"
#include "koyomi-day.h"
#include "koyomi-finding-window.h"
#include "koyomi-function-card.h"
#include "koyomi-meeting-window.h"
#include "koyomi-record-card.h"
#include "koyomi-record-window.h"
#include "koyomi-registers-window.h"
#include "koyomi-team-card.h"

/* Where to go, and from where. */
typedef struct
{
  GtkWidget       *plan;
  GtkWindow       *parent;
  KoyomiWorkspace *workspace;
  KoyomiRecord    *record;
} Jump;

static gint64
get_id (const Jump *jump)
{
  return koyomi_record_get_id (jump->record);
}

static void
show_function (const Jump *jump,
               gint64      function)
{
  koyomi_function_card_present (jump->parent, jump->workspace, function);
}

static void
go_to_function (const Jump *jump)
{
  show_function (jump, get_id (jump));
}

static void
go_to_duty (const Jump *jump)
{
  show_function (jump, koyomi_record_get_int (jump->record, KOYOMI_DUTY_FUNCTION));
}

static void
go_to_run (const Jump *jump)
{
  koyomi_workspace_show_run (jump->workspace, get_id (jump));
}

/* The run that is nearest to today. */
static void
go_to_activity (const Jump *jump)
{
  KoyomiSession *session = koyomi_workspace_get_session (jump->workspace);
  g_autoptr(GPtrArray) runs = koyomi_session_list (session, KOYOMI_TABLE_OCCURRENCE, KOYOMI_OCCURRENCE_ACTIVITY, get_id (jump),
                                                   koyomi_workspace_get_language (jump->workspace), NULL);
  gint64 today = koyomi_day_today ();
  KoyomiRecord *nearest = NULL;

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      KoyomiRecord *run = g_ptr_array_index (runs, i);

      if (nearest == NULL || ABS (koyomi_record_get_day (run, KOYOMI_OCCURRENCE_FIRST_DAY) - today) <
                               ABS (koyomi_record_get_day (nearest, KOYOMI_OCCURRENCE_FIRST_DAY) - today))
        nearest = run;
    }

  if (nearest != NULL)
    koyomi_workspace_show_run (jump->workspace, koyomi_record_get_id (nearest));
  else
    show_function (jump, koyomi_record_get_int (jump->record, KOYOMI_ACTIVITY_FUNCTION));
}

static void
go_to_incident (const Jump *jump)
{
  koyomi_workspace_show_incident (jump->workspace, get_id (jump));
}

static void
go_to_incident_task (const Jump *jump)
{
  koyomi_workspace_show_incident (jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_INCIDENT_TASK_INCIDENT));
}

static void
go_to_incident_event (const Jump *jump)
{
  koyomi_workspace_show_incident (jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_INCIDENT_EVENT_INCIDENT));
}

static void
go_to_team (const Jump *jump)
{
  koyomi_team_card_present (jump->parent, jump->workspace, get_id (jump));
}

static void
go_to_person (const Jump *jump)
{
  koyomi_record_window_present_person (jump->parent, jump->workspace, get_id (jump), FALSE);
}

static void
go_to_register (const Jump *jump)
{
  koyomi_registers_window_present (jump->parent, jump->workspace, koyomi_record_get_table_id (jump->record), get_id (jump));
}

static void
go_to_committee (const Jump *jump)
{
  koyomi_committees_dialog_present (jump->parent, jump->workspace);
}

static void
show_meeting (const Jump *jump,
              gint64      meeting)
{
  gtk_widget_activate_action (jump->plan, "plan.show-meeting", "x", meeting);
}

static void
go_to_meeting (const Jump *jump)
{
  show_meeting (jump, get_id (jump));
}

static void
go_to_agenda_item (const Jump *jump)
{
  koyomi_meeting_window_present_row (jump->parent, jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_AGENDA_ITEM_MEETING),
                                     KOYOMI_TABLE_AGENDA_ITEM, get_id (jump));
}

static void
go_to_decision (const Jump *jump)
{
  koyomi_meeting_window_present_row (jump->parent, jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_DECISION_MEETING),
                                     KOYOMI_TABLE_DECISION, get_id (jump));
}

static void
go_to_review_input (const Jump *jump)
{
  koyomi_meeting_window_present_row (jump->parent, jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_REVIEW_INPUT_MEETING),
                                     KOYOMI_TABLE_REVIEW_INPUT, 0);
}

static void
go_to_clock (const Jump *jump)
{
  koyomi_clocks_window_present (jump->parent, jump->workspace);
}

static void
go_to_cell (const Jump *jump)
{
  gtk_widget_activate_action (jump->plan, "plan.show-cell", "(xx)",
                              koyomi_record_get_int (jump->record, KOYOMI_ASSIGNMENT_FUNCTION),
                              koyomi_record_get_int (jump->record, KOYOMI_ASSIGNMENT_TEAM));
}

static void
go_to_incident_report (const Jump *jump)
{
  koyomi_workspace_show_incident (jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_INCIDENT_REPORT_INCIDENT));
}

static void
go_to_metric (const Jump *jump)
{
  gtk_widget_activate_action (jump->plan, "plan.show-metric", "x", get_id (jump));
}

static void
go_to_objective (const Jump *jump)
{
  gtk_widget_activate_action (jump->plan, "plan.show-metric", "x",
                              koyomi_record_get_int (jump->record, KOYOMI_OBJECTIVE_METRIC));
}

static void
go_to_finding (const Jump *jump)
{
  koyomi_finding_window_present (jump->parent, jump->workspace, get_id (jump));
}

static void
go_to_audit (const Jump *jump)
{
  koyomi_audit_window_present (jump->parent, jump->workspace, get_id (jump));
}

static void
go_to_audit_item (const Jump *jump)
{
  koyomi_audit_window_present (jump->parent, jump->workspace, koyomi_record_get_int (jump->record, KOYOMI_AUDIT_ITEM_AUDIT));
}

static void
go_to_audit_page (const Jump *jump)
{
  gtk_widget_activate_action (jump->plan, "plan.show-audited", "(ux)", koyomi_record_get_table_id (jump->record), get_id (jump));
}

static const struct
{
  KoyomiTableId table;
  void (*go) (const Jump *jump);
} places[] = {
  { KOYOMI_TABLE_FUNCTION, go_to_function },
  { KOYOMI_TABLE_DUTY, go_to_duty },
  { KOYOMI_TABLE_OCCURRENCE, go_to_run },
  { KOYOMI_TABLE_ACTIVITY, go_to_activity },
  { KOYOMI_TABLE_INCIDENT, go_to_incident },
  { KOYOMI_TABLE_INCIDENT_TASK, go_to_incident_task },
  { KOYOMI_TABLE_INCIDENT_EVENT, go_to_incident_event },
  { KOYOMI_TABLE_INCIDENT_REPORT, go_to_incident_report },
  { KOYOMI_TABLE_TEAM, go_to_team },
  { KOYOMI_TABLE_PERSON, go_to_person },
  { KOYOMI_TABLE_COMMITTEE, go_to_committee },
  { KOYOMI_TABLE_MEETING, go_to_meeting },
  { KOYOMI_TABLE_AGENDA_ITEM, go_to_agenda_item },
  { KOYOMI_TABLE_DECISION, go_to_decision },
  { KOYOMI_TABLE_REVIEW_INPUT, go_to_review_input },
  { KOYOMI_TABLE_CLOCK, go_to_clock },
  { KOYOMI_TABLE_ASSIGNMENT, go_to_cell },
  { KOYOMI_TABLE_RISK, go_to_register },
  { KOYOMI_TABLE_CONTRACT, go_to_register },
  { KOYOMI_TABLE_OBLIGATION, go_to_register },
  { KOYOMI_TABLE_POLICY, go_to_register },
  { KOYOMI_TABLE_EXEMPTION, go_to_register },
  { KOYOMI_TABLE_METRIC, go_to_metric },
  { KOYOMI_TABLE_OBJECTIVE, go_to_objective },
  { KOYOMI_TABLE_CONTROL, go_to_audit_page },
  { KOYOMI_TABLE_EVIDENCE, go_to_audit_page },
  { KOYOMI_TABLE_FINDING, go_to_finding },
  { KOYOMI_TABLE_AUDIT, go_to_audit },
  { KOYOMI_TABLE_AUDIT_ITEM, go_to_audit_item },
};

void
koyomi_record_jump (GtkWidget       *plan,
                    KoyomiWorkspace *workspace,
                    KoyomiTableId    table,
                    gint64           id)
{
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (workspace), table, id, language, &error);
  Jump jump = { plan, GTK_WINDOW (gtk_widget_get_root (plan)), workspace, record };

  if (record == NULL)
    {
      koyomi_workspace_fail (workspace, koyomi_tr (language, N_("What was found is there no more")), error);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].table == table)
      {
        places[i].go (&jump);
        return;
      }

  koyomi_record_card_present (jump.parent, workspace, table, id);
}
