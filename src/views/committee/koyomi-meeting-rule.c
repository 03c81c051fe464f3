#include "koyomi-meeting-rule.h"

#include "koyomi-day.h"
#include "koyomi-record-edit.h"
#include "koyomi-rule-editor.h"

/* Which a committee without a rule begins with. */
#define FIRST_RULE "every=month weekday=3thu holiday=after"

struct _KoyomiMeetingRule
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *apply_button;
  GtkSwitch        *has_rule;
  GtkWidget        *box;

  gint64            committee;
  GtkWidget        *editor;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMeetingRule, apply_button),
  KOYOMI_UI_CHILD (KoyomiMeetingRule, has_rule),
  KOYOMI_UI_CHILD (KoyomiMeetingRule, box),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMeetingRule, koyomi_meeting_rule, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiRecord *
get_committee (KoyomiMeetingRule  *self,
               GError            **error)
{
  return koyomi_session_get (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), KOYOMI_TABLE_COMMITTEE, self->committee,
                             koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)), error);
}

static void
has_rule_cb (KoyomiMeetingRule *self)
{
  gtk_widget_set_visible (self->editor, gtk_switch_get_active (self->has_rule));
}

static void
apply_cb (KoyomiMeetingRule *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) committee = get_committee (self, &error);
  g_autofree char *text = NULL;

  if (!koyomi_rule_editor_commit (KOYOMI_RULE_EDITOR (self->editor)))
    return;

  text = gtk_switch_get_active (self->has_rule) ? koyomi_rule_editor_dup_rule (KOYOMI_RULE_EDITOR (self->editor)) : g_strdup ("");
  if (committee != NULL)
    koyomi_record_set_text (committee, KOYOMI_COMMITTEE_RULE, text);

  if (committee != NULL &&
      koyomi_session_save (koyomi_plan_window_get_session (window), committee, koyomi_plan_window_get_language (window), &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The rule was not changed")), error);
}

/* What is being chosen here is not in the plan yet, so a change of that changes nothing here. */
static gboolean
koyomi_meeting_rule_refresh (KoyomiPlanWindow  *window,
                             GError           **error)
{
  g_autoptr(KoyomiRecord) committee = get_committee (KOYOMI_MEETING_RULE (window), error);

  return committee != NULL;
}

static void
koyomi_meeting_rule_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_meeting_rule_parent_class)->dispose (object);
}

static void
koyomi_meeting_rule_class_init (KoyomiMeetingRuleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_meeting_rule_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_meeting_rule_refresh;
}

static void
koyomi_meeting_rule_init (KoyomiMeetingRule *self)
{
}

static void
add_editor (KoyomiMeetingRule *self)
{
  g_autoptr(KoyomiRecord) committee = get_committee (self, NULL);
  const char *rule = committee != NULL ? koyomi_record_get_text (committee, KOYOMI_COMMITTEE_RULE) : "";
  KoyomiSession *session = koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self));

  self->editor = koyomi_rule_editor_new (koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)));
  koyomi_rule_editor_set_of_meetings (KOYOMI_RULE_EDITOR (self->editor));
  koyomi_rule_editor_set_days (KOYOMI_RULE_EDITOR (self->editor),
                               koyomi_fiscal_year_get_first_day (koyomi_session_get_fiscal_year (session, koyomi_day_today ())), 1);
  koyomi_rule_editor_set_rule (KOYOMI_RULE_EDITOR (self->editor), *rule != '\0' ? rule : FIRST_RULE);
  gtk_box_append (GTK_BOX (self->box), self->editor);

  gtk_switch_set_active (self->has_rule, *rule != '\0');
  has_rule_cb (self);
}

void
koyomi_meeting_rule_present (GtkWindow       *parent,
                             KoyomiWorkspace *workspace,
                             gint64           committee)
{
  KoyomiMeetingRule *self = g_object_new (KOYOMI_TYPE_MEETING_RULE, NULL);

  self->committee = committee;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-meeting-rule", children);
  add_editor (self);
  g_signal_connect_object (self->has_rule, "notify::active", G_CALLBACK (has_rule_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->apply_button, "clicked", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);

  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), GTK_WIDGET (self->has_rule));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
