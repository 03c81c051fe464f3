#include "koyomi-plan-commands.h"

#include "koyomi-audit-pack-dialog.h"
#include "koyomi-auditor-dialog.h"
#include "koyomi-auditor.h"
#include "koyomi-backups-dialog.h"
#include "koyomi-baselines-dialog.h"
#include "koyomi-breaches-window.h"
#include "koyomi-checklists-window.h"
#include "koyomi-clocks-window.h"
#include "koyomi-committees-dialog.h"
#include "koyomi-drills-window.h"
#include "koyomi-function-dialog.h"
#include "koyomi-history-dialog.h"
#include "koyomi-import-dialog.h"
#include "koyomi-issued-reports-window.h"
#include "koyomi-maturity-window.h"
#include "koyomi-metric-entry-window.h"
#include "koyomi-objectives-window.h"
#include "koyomi-plan-copy.h"
#include "koyomi-plan-view.h"
#include "koyomi-readiness-window.h"
#include "koyomi-registers-window.h"
#include "koyomi-search-window.h"
#include "koyomi-teams-window.h"

/* What opens a window that leads to a view is handed the plan's widget as well. */
typedef struct
{
  const char *name;
  void (*present) (GtkWindow       *parent,
                   KoyomiWorkspace *workspace);
  void (*present_over) (GtkWindow       *parent,
                        KoyomiWorkspace *workspace,
                        GtkWidget       *plan);
  gboolean edits;
  gboolean shows_drafts;   /* what an auditor would be given holds drafts */
  guint key;
  GdkModifierType modifiers;
} Command;

static void
import (GtkWindow       *parent,
        KoyomiWorkspace *workspace)
{
  koyomi_import_dialog_present (parent, workspace, NULL);
}

static void
present_teams (GtkWindow       *parent,
               KoyomiWorkspace *workspace)
{
  koyomi_teams_window_present (parent, workspace, 0);
}

static void
present_metric_values (GtkWindow       *parent,
                       KoyomiWorkspace *workspace)
{
  koyomi_metric_entry_window_present (parent, workspace, 0);
}

static void
present_registers (GtkWindow       *parent,
                   KoyomiWorkspace *workspace)
{
  koyomi_registers_window_present (parent, workspace, KOYOMI_TABLE_RISK, 0);
}

static const Command commands[] = {
  { "plan.search", .present_over = koyomi_search_window_present, .key = GDK_KEY_k, .modifiers = GDK_CONTROL_MASK },
  { "plan.save-copy", koyomi_plan_copy_save, .shows_drafts = TRUE },
  { "plan.backups", koyomi_backups_dialog_present, .shows_drafts = TRUE },
  { "plan.history", koyomi_history_dialog_present },
  { "plan.import", import, .edits = TRUE, .key = GDK_KEY_i, .modifiers = GDK_CONTROL_MASK },
  { "plan.new-function", koyomi_function_dialog_present, .edits = TRUE },
  { "plan.committees", koyomi_committees_dialog_present },
  { "plan.teams", present_teams },
  { "plan.breaches", .present_over = koyomi_breaches_window_present },
  { "plan.readiness", .present_over = koyomi_readiness_window_present },
  { "plan.incident-templates", koyomi_checklists_window_present },
  { "plan.drills", .present_over = koyomi_drills_window_present },
  { "plan.clocks", koyomi_clocks_window_present },
  { "plan.maturity", koyomi_maturity_window_present },
  { "plan.metric-values", present_metric_values },
  { "plan.objectives", koyomi_objectives_window_present },
  { "plan.registers", present_registers },
  { "plan.show-to-auditor", koyomi_auditor_dialog_present, .shows_drafts = TRUE },
  { "plan.audit-pack", koyomi_audit_pack_dialog_present },
  { "plan.issued-reports", koyomi_issued_reports_window_present },
  { "plan.baselines", koyomi_baselines_dialog_present },
};

static void
activate (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  KoyomiWorkspace *workspace = koyomi_plan_view_get_workspace (KOYOMI_PLAN_VIEW (widget));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      {
        if (commands[i].present_over != NULL)
          commands[i].present_over (window, workspace, widget);
        else
          commands[i].present (window, workspace);
      }
}

/* @klass: that of KoyomiPlanView */
void
koyomi_plan_commands_install (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gtk_widget_class_install_action (klass, commands[i].name, NULL, activate);
      if (commands[i].key != 0)
        gtk_widget_class_add_binding_action (klass, commands[i].key, commands[i].modifiers, commands[i].name, NULL);
    }
}

void
koyomi_plan_commands_update (GtkWidget       *widget,
                             KoyomiWorkspace *workspace)
{
  gboolean for_auditor = koyomi_session_is_for_auditor (koyomi_workspace_get_session (workspace));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (commands[i].edits)
        gtk_widget_action_set_enabled (widget, commands[i].name, koyomi_workspace_can_edit (workspace));
      if (commands[i].shows_drafts)
        gtk_widget_action_set_enabled (widget, commands[i].name, !for_auditor);
    }
}
