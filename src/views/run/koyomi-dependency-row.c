#include "koyomi-dependency-row.h"

#include "koyomi-day.h"
#include "koyomi-dependency.h"
#include "koyomi-number-input.h"
#include "koyomi-record-edit.h"
#include "koyomi-text-field.h"

#include <math.h>

/* Ten years: what is farther away is a slip of the finger. */
#define MAX_LAG 3660

struct _KoyomiDependencyRow
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  KoyomiRecord    *dependency;
  GtkWidget       *box;
  GtkWidget       *role;
  GtkWidget       *title;
  GtkWidget       *kind;
  GtkWidget       *lag;
  GtkWidget       *remove_button;
  GtkWidget       *warning;
  gboolean         is_showing;
};

G_DEFINE_FINAL_TYPE (KoyomiDependencyRow, koyomi_dependency_row, GTK_TYPE_WIDGET)

static void
koyomi_dependency_row_dispose (GObject *object)
{
  KoyomiDependencyRow *self = KOYOMI_DEPENDENCY_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->dependency);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_dependency_row_parent_class)->dispose (object);
}

static void
koyomi_dependency_row_class_init (KoyomiDependencyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_dependency_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_dependency_row_init (KoyomiDependencyRow *self)
{
}

static void
kind_cb (KoyomiDependencyRow *self)
{
  g_autoptr(KoyomiRecord) dependency = NULL;

  if (self->is_showing)
    return;

  dependency = koyomi_record_copy (self->dependency);
  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_KIND, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)));
  koyomi_workspace_save (self->workspace, dependency);
}

static gboolean
lag_cb (KoyomiDependencyRow *self,
        const char          *text)
{
  g_autoptr(KoyomiRecord) dependency = koyomi_record_copy (self->dependency);
  double days;

  if (!koyomi_number_read_typed (text, &days, NULL) || (!isnan (days) && (days != rint (days) || fabs (days) > MAX_LAG)))
    {
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (self->lag), koyomi_workspace_tr (self->workspace, "Not a number of days."));
      return FALSE;
    }

  koyomi_record_set_int (dependency, KOYOMI_DEPENDENCY_LAG, isnan (days) ? 0 : (int) days);

  return koyomi_workspace_save (self->workspace, dependency);
}

static void
remove_cb (KoyomiDependencyRow *self)
{
  g_autoptr(GError) error = NULL;

  if (!koyomi_session_remove (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_DEPENDENCY,
                              koyomi_record_get_id (self->dependency), koyomi_workspace_get_language (self->workspace), &error))
    koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The link was not removed"), error);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
make_kind (KoyomiDependencyRow *self)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_DEPENDENCY)->fields[KOYOMI_FIELD_INDEX (KOYOMI_DEPENDENCY_KIND)];
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *kind;

  for (guint i = 0; field->words[i].nick != NULL; i++)
    gtk_string_list_append (words, koyomi_field_get_word_label (field, i, language));

  kind = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_widget_set_hexpand (kind, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (kind), GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Kind of link"), -1);
  g_signal_connect_object (kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);

  return kind;
}

static GtkWidget *
make_settings (KoyomiDependencyRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry;

  self->kind = make_kind (self);
  self->lag = koyomi_text_field_new (koyomi_workspace_tr (self->workspace, "Lag in days"));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->lag));
  entry = koyomi_text_field_get_input (KOYOMI_TEXT_FIELD (self->lag));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_tooltip_text (entry, koyomi_workspace_tr (self->workspace, "Lag in days"));
  gtk_widget_set_hexpand (entry, FALSE);
  g_signal_connect_object (self->lag, "commit", G_CALLBACK (lag_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (line), self->kind);
  gtk_box_append (GTK_BOX (line), self->lag);
  gtk_box_append (GTK_BOX (line), gtk_label_new (koyomi_workspace_tr (self->workspace, "days")));

  return line;
}

GtkWidget *
koyomi_dependency_row_new (KoyomiWorkspace *workspace)
{
  KoyomiDependencyRow *self = g_object_new (KOYOMI_TYPE_DEPENDENCY_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->role = make_label ("caption");
  self->title = make_label ("body");
  self->warning = make_label ("koyomi-warning");
  gtk_widget_add_css_class (self->role, "dim-label");
  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (texts), self->role);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->remove_button);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->warning);
  gtk_box_append (GTK_BOX (self->box), make_settings (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): what is broken, said of the one of the two that comes later in the rule */
static char *
describe_breach (KoyomiDependencyKind  kind,
                 int                   lag,
                 const char           *from,
                 guint32               day,
                 KoyomiLanguage        language)
{
  g_autofree char *date = koyomi_day_format (day);
  g_autoptr(GString) text = g_string_new (NULL);

  switch (kind)
    {
    case KOYOMI_DEPENDENCY_KIND_SS:
      g_string_append_printf (text, koyomi_tr (language, "Starts before “%s” has started (%s)"), from, date);
      break;
    case KOYOMI_DEPENDENCY_KIND_FF:
      g_string_append_printf (text, koyomi_tr (language, "Ends before “%s” is finished (%s)"), from, date);
      break;
    case KOYOMI_DEPENDENCY_KIND_SF:
      g_string_append_printf (text, koyomi_tr (language, "Ends before “%s” has started (%s)"), from, date);
      break;
    case KOYOMI_DEPENDENCY_KIND_FS:
    default:
      g_string_append_printf (text, koyomi_tr (language, "Starts before “%s” is finished (%s)"), from, date);
      break;
    }

  if (lag != 0)
    /* Translators: behind a warning that something starts or ends too early; %+d is a number of days to wait, such as +3 */
    g_string_append_printf (text, koyomi_ntr (language, " %+d day", " %+d days", ABS (lag)), lag);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_warning (KoyomiDependencyRow *self,
              KoyomiRecord        *run,
              KoyomiRecord        *other,
              gboolean             is_before,
              const char          *from_title)
{
  KoyomiDependencyKind kind = koyomi_record_get_int (self->dependency, KOYOMI_DEPENDENCY_KIND);
  int lag = koyomi_record_get_int (self->dependency, KOYOMI_DEPENDENCY_LAG);
  KoyomiRecord *from = is_before ? other : run;
  KoyomiRecord *to = is_before ? run : other;
  gboolean is_broken = other != NULL && koyomi_dependency_is_broken (kind, lag, from, to);
  gboolean is_by_end = kind == KOYOMI_DEPENDENCY_KIND_FS || kind == KOYOMI_DEPENDENCY_KIND_FF;
  g_autofree char *breach = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->warning, is_broken);
  if (!is_broken)
    return;

  breach = describe_breach (kind, lag, from_title,
                            koyomi_record_get_day (from, is_by_end ? KOYOMI_OCCURRENCE_LAST_DAY : KOYOMI_OCCURRENCE_FIRST_DAY),
                            koyomi_workspace_get_language (self->workspace));
  text = g_strconcat ("⚠ ", breach, NULL);
  gtk_label_set_text (GTK_LABEL (self->warning), text);
}

static KoyomiRecord *
get_activity (KoyomiDependencyRow *self,
              gint64               id)
{
  return koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_ACTIVITY, id,
                             koyomi_workspace_get_language (self->workspace), NULL);
}

static void
show_values (KoyomiDependencyRow *self)
{
  int lag = koyomi_record_get_int (self->dependency, KOYOMI_DEPENDENCY_LAG);
  g_autofree char *text = g_strdup_printf (lag == 0 ? "%d" : "%+d", lag);

  self->is_showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), koyomi_record_get_int (self->dependency, KOYOMI_DEPENDENCY_KIND));
  self->is_showing = FALSE;
  koyomi_text_field_show (KOYOMI_TEXT_FIELD (self->lag), text);
}

/* @run: a run of one of the two activities, whose side is taken */
void
koyomi_dependency_row_show (KoyomiDependencyRow *self,
                            KoyomiRecord        *dependency,
                            KoyomiRecord        *run)
{
  gint64 from = koyomi_record_get_int (dependency, KOYOMI_DEPENDENCY_FROM_ACTIVITY);
  gint64 to = koyomi_record_get_int (dependency, KOYOMI_DEPENDENCY_TO_ACTIVITY);
  gboolean is_before = koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY) == to;
  g_autoptr(KoyomiRecord) activity = get_activity (self, is_before ? from : to);
  g_autoptr(KoyomiRecord) own = get_activity (self, is_before ? to : from);
  g_autoptr(GPtrArray) others = NULL;
  g_autofree char *name = NULL;
  const char *title;

  g_return_if_fail (KOYOMI_IS_DEPENDENCY_ROW (self));

  g_set_object (&self->dependency, dependency);
  title = activity != NULL ? koyomi_record_get_title (activity) : "";
  gtk_label_set_text (GTK_LABEL (self->role), koyomi_workspace_tr (self->workspace, is_before ? N_("Predecessor") : N_("Successor")));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  name = g_strdup_printf (koyomi_workspace_tr (self->workspace, "Remove “%s”"), title);
  gtk_widget_set_tooltip_text (self->remove_button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_values (self);

  others = koyomi_session_list (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_OCCURRENCE,
                                KOYOMI_OCCURRENCE_ACTIVITY, is_before ? from : to,
                                koyomi_workspace_get_language (self->workspace), NULL);
  show_warning (self, run, others != NULL ? koyomi_dependency_find_run (others, run, is_before) : NULL, is_before,
                is_before ? title : own != NULL ? koyomi_record_get_title (own) : "");
}

void
koyomi_dependency_row_commit (KoyomiDependencyRow *self)
{
  g_return_if_fail (KOYOMI_IS_DEPENDENCY_ROW (self));

  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->lag));
}
