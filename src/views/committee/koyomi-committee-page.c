#include "koyomi-committee-page.h"

#include "koyomi-committee-edit.h"
#include "koyomi-meeting-rule.h"
#include "koyomi-day.h"
#include "koyomi-meeting-list.h"
#include "koyomi-meeting-window.h"
#include "koyomi-record-edit.h"
#include "koyomi-recurrence.h"
#include "koyomi-text-saver.h"
#include "koyomi-ui.h"

/* Years before and after this one that can be chosen. */
#define YEARS_AROUND 2

struct _KoyomiCommitteePage
{
  GtkWidget           parent_instance;

  KoyomiWorkspace    *workspace;
  GtkWidget          *fields;
  GtkLabel           *rule_label;
  GtkWidget          *rule_button;
  GtkDropDown        *year;
  GtkWidget          *make_button;
  GtkWidget          *add_button;
  GtkWidget          *meetings;

  KoyomiTextField    *name_field;
  KoyomiTextSaver    *name;         /* belong to their fields */
  KoyomiTextSaver    *purpose;
  KoyomiMeetingList  *list;
  KoyomiRecord       *committee;    /* NULL until one is shown */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiCommitteePage, fields),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, rule_label),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, rule_button),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, year),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, make_button),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, add_button),
  KOYOMI_UI_CHILD (KoyomiCommitteePage, meetings),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiCommitteePage, koyomi_committee_page, GTK_TYPE_WIDGET)

static KoyomiFiscalYear
get_year (KoyomiCommitteePage *self)
{
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());

  year.year += (int) gtk_drop_down_get_selected (self->year) - YEARS_AROUND;

  return year;
}

static void
fail (KoyomiCommitteePage *self,
      const char          *title,
      const GError        *error)
{
  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, title), error);
}

static gboolean
show_year (KoyomiCommitteePage  *self,
           GError              **error)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *year = koyomi_fiscal_year_format (get_year (self), language);
  /* Translators: %s is a fiscal year */
  g_autofree char *label = g_strdup_printf (koyomi_tr (language, N_("_Make the Meetings of %s")), year);

  gtk_button_set_label (GTK_BUTTON (self->make_button), label);
  koyomi_ui_wrap_label (self->make_button);
  gtk_widget_set_tooltip_text (self->make_button, koyomi_tr (language, N_("Adds those that the rule gives and that are not there yet")));

  return koyomi_meeting_list_show (self->list, koyomi_record_get_id (self->committee), get_year (self), error);
}

static void
year_selected_cb (KoyomiCommitteePage *self)
{
  g_autoptr(GError) error = NULL;

  if (self->committee != NULL && !show_year (self, &error))
    fail (self, N_("The plan could not be read"), error);
}

static void
make_cb (KoyomiCommitteePage *self)
{
  g_autoptr(GError) error = NULL;
  KoyomiFiscalYear year = get_year (self);
  int n_made = koyomi_committee_make_meetings (koyomi_workspace_get_session (self->workspace),
                                               koyomi_record_get_id (self->committee), koyomi_fiscal_year_get_first_day (year),
                                               koyomi_fiscal_year_get_last_day (year),
                                               koyomi_workspace_get_language (self->workspace), &error);

  if (n_made < 0)
    fail (self, N_("The meetings were not made"), error);
  else if (n_made == 0)
    koyomi_workspace_tell (self->workspace, koyomi_workspace_tr (self->workspace, N_("The meetings of this year are there already")));
}

/* Today, or where another year is shown, its first day. */
static guint32
propose_day (KoyomiCommitteePage *self)
{
  KoyomiFiscalYear year = get_year (self);
  guint32 today = koyomi_day_today ();
  guint32 first_day = koyomi_fiscal_year_get_first_day (year);

  return today >= first_day && today <= koyomi_fiscal_year_get_last_day (year) ? today : first_day;
}

static void
add_cb (KoyomiCommitteePage *self)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, koyomi_record_get_id (self->committee));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, propose_day (self));
  id = koyomi_session_add (koyomi_workspace_get_session (self->workspace), meeting,
                           koyomi_workspace_get_language (self->workspace), &error);
  if (id == 0)
    fail (self, N_("The meeting was not added"), error);
  else
    koyomi_meeting_window_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace, id);
}

static void
rule_cb (KoyomiCommitteePage *self)
{
  koyomi_meeting_rule_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->workspace,
                                 koyomi_record_get_id (self->committee));
}

static void
koyomi_committee_page_dispose (GObject *object)
{
  KoyomiCommitteePage *self = KOYOMI_COMMITTEE_PAGE (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->committee);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_committee_page_parent_class)->dispose (object);
}

static void
koyomi_committee_page_class_init (KoyomiCommitteePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_committee_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_committee_page_init (KoyomiCommitteePage *self)
{
}

static void
fill_years (KoyomiCommitteePage *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (koyomi_workspace_get_session (self->workspace), koyomi_day_today ());

  year.year -= YEARS_AROUND;
  for (int i = 0; i <= 2 * YEARS_AROUND; i++, year.year++)
    {
      g_autofree char *name = koyomi_fiscal_year_format (year, koyomi_workspace_get_language (self->workspace));

      gtk_string_list_append (names, name);
    }

  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, YEARS_AROUND);
  g_signal_connect_object (self->year, "notify::selected", G_CALLBACK (year_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
add_fields (KoyomiCommitteePage *self)
{
  GtkWidget *name = koyomi_text_field_new (koyomi_workspace_tr (self->workspace, N_("_Name")));
  GtkWidget *purpose = koyomi_text_field_new_multi_line (koyomi_workspace_tr (self->workspace, N_("_Purpose")));

  self->name_field = KOYOMI_TEXT_FIELD (name);
  self->name = koyomi_text_saver_attach (KOYOMI_TEXT_FIELD (name), self->workspace, KOYOMI_COMMITTEE_NAME);
  koyomi_text_saver_set_required (self->name, TRUE);
  self->purpose = koyomi_text_saver_attach (KOYOMI_TEXT_FIELD (purpose), self->workspace, KOYOMI_COMMITTEE_PURPOSE);
  gtk_box_append (GTK_BOX (self->fields), name);
  gtk_box_append (GTK_BOX (self->fields), purpose);

  self->list = KOYOMI_MEETING_LIST (koyomi_meeting_list_new (self->workspace));
  gtk_box_append (GTK_BOX (self->meetings), GTK_WIDGET (self->list));
}

GtkWidget *
koyomi_committee_page_new (KoyomiWorkspace *workspace)
{
  KoyomiCommitteePage *self = g_object_new (KOYOMI_TYPE_COMMITTEE_PAGE, NULL);
  gboolean can_edit = koyomi_workspace_can_edit (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_COMMITTEE_PAGE, "koyomi-committee-page", koyomi_workspace_get_language (workspace), children);
  fill_years (self);
  add_fields (self);

  gtk_widget_set_visible (self->rule_button, can_edit);
  gtk_widget_set_visible (self->make_button, can_edit);
  gtk_widget_set_visible (self->add_button, can_edit);
  g_signal_connect_object (self->rule_button, "clicked", G_CALLBACK (rule_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->make_button, "clicked", G_CALLBACK (make_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Shows the committee as @committee has it. */
gboolean
koyomi_committee_page_show (KoyomiCommitteePage  *self,
                            KoyomiRecord         *committee,
                            GError              **error)
{
  g_autofree char *rule = koyomi_committee_describe_rule (committee, koyomi_workspace_get_language (self->workspace));

  g_set_object (&self->committee, committee);
  koyomi_text_saver_show (self->name, committee);
  koyomi_text_saver_show (self->purpose, committee);
  gtk_label_set_label (self->rule_label, rule);
  gtk_widget_set_sensitive (self->make_button, *koyomi_record_get_text (committee, KOYOMI_COMMITTEE_RULE) != '\0');

  return show_year (self, error);
}

/* For a new committee, which is to be called something else. */
void
koyomi_committee_page_focus_name (KoyomiCommitteePage *self)
{
  GtkWidget *input = koyomi_text_field_get_input (self->name_field);

  gtk_widget_grab_focus (input);
  gtk_editable_select_region (GTK_EDITABLE (input), 0, -1);
}

/* Returns: (transfer full): when the committee meets, in words; its rule as it is written where it cannot be read */
char *
koyomi_committee_describe_rule (KoyomiRecord   *committee,
                                KoyomiLanguage  language)
{
  const char *text = koyomi_record_get_text (committee, KOYOMI_COMMITTEE_RULE);
  KoyomiRecurrence rule;

  if (*text == '\0')
    return g_strdup (koyomi_tr (language, N_("No rule: each meeting is added by hand")));

  if (!koyomi_recurrence_parse (&rule, text, NULL))
    return g_strdup (text);

  return koyomi_recurrence_describe (&rule, KOYOMI_DAY_NONE, language);
}
