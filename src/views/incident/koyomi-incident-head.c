#include "koyomi-incident-head.h"

#include "koyomi-incident-face.h"
#include "koyomi-incident-times.h"
#include "koyomi-severity.h"
#include "koyomi-ui.h"

struct _KoyomiIncidentHead
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  GtkWidget        *flow;
  GtkWidget        *title;
  GtkWidget        *chips;
  GtkWidget        *facts;       /* grids of captions and values */
  GtkWidget        *times;
  GtkWidget        *summary;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentHead, flow),
  KOYOMI_UI_CHILD (KoyomiIncidentHead, title),
  KOYOMI_UI_CHILD (KoyomiIncidentHead, chips),
  KOYOMI_UI_CHILD (KoyomiIncidentHead, facts),
  KOYOMI_UI_CHILD (KoyomiIncidentHead, times),
  KOYOMI_UI_CHILD (KoyomiIncidentHead, summary),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentHead, koyomi_incident_head, GTK_TYPE_WIDGET)

static KoyomiLanguage
get_language (KoyomiIncidentHead *self)
{
  return koyomi_workspace_get_language (self->workspace);
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_chip (GtkWidget  *line,
          const char *text,
          const char *style)
{
  GtkWidget *label;

  if (*text == '\0')
    return;

  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "koyomi-badge");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (line), label);
}

static GtkWidget *
add_line (KoyomiIncidentHead *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_box_append (GTK_BOX (self->chips), line);

  return line;
}

static void
show_chips (KoyomiIncidentHead *self,
            KoyomiRecord       *incident)
{
  static const char * const severity_styles[] = { "koyomi-late", "koyomi-due-soon", "koyomi-due-soon", "koyomi-doing", NULL };
  KoyomiLanguage language = get_language (self);
  KoyomiSeverity severity = koyomi_record_get_int (incident, KOYOMI_INCIDENT_SEVERITY);
  KoyomiIncidentKind kind = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND);
  const char *tlp = koyomi_record_get_text (incident, KOYOMI_INCIDENT_TLP);
  g_autofree char *severity_text = g_strdup_printf ("%s %s", koyomi_incident_style_get_glyph (severity),
                                                    koyomi_severity_get_label (severity, language));
  g_autofree char *tlp_text = g_strdup_printf ("TLP:%s", tlp);
  GtkWidget *line;

  clear_box (self->chips);
  line = add_line (self);
  add_chip (line, severity_text, severity_styles[MIN ((guint) severity, G_N_ELEMENTS (severity_styles) - 1)]);
  add_chip (line, koyomi_incident_state_get_label (koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE), language), NULL);
  add_chip (line, koyomi_incident_kind_get_label (kind, language), kind == KOYOMI_INCIDENT_KIND_DRILL ? "koyomi-drill" : NULL);
  line = add_line (self);
  if (*koyomi_record_get_text (incident, KOYOMI_INCIDENT_CLASS) != '\0')
    add_chip (line, koyomi_incident_class_get_label (koyomi_record_get_text (incident, KOYOMI_INCIDENT_CLASS), language), NULL);
  if (*tlp != '\0')
    add_chip (line, tlp_text, NULL);
}

static void
add_fact (GtkWidget  *grid,
          const char *caption,
          const char *value)
{
  GtkWidget *name, *text;
  int row = 0;

  if (*value == '\0')
    return;

  while (gtk_grid_get_child_at (GTK_GRID (grid), 0, row) != NULL)
    row++;
  name = gtk_label_new (caption);
  text = gtk_label_new (value);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (text), FALSE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), name, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), text, 1, row, 1, 1);
}

static const char *
get_label (KoyomiIncidentHead *self,
           int                 field)
{
  return koyomi_tr (get_language (self), koyomi_dictionary_get_table (KOYOMI_TABLE_INCIDENT)->fields[KOYOMI_FIELD_INDEX (field)].label);
}

static char *
name_team (KoyomiIncidentHead *self,
           gint64              team)
{
  g_autoptr(KoyomiRecord) record = NULL;

  if (team != 0)
    record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_TEAM, team, get_language (self), NULL);

  return g_strdup (record != NULL ? koyomi_record_get_title (record) : "");
}

static void
show_facts (KoyomiIncidentHead *self,
            KoyomiRecord       *incident)
{
  g_autofree char *team = name_team (self, koyomi_record_get_int (incident, KOYOMI_INCIDENT_TEAM));
  gint64 people = koyomi_record_get_int (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED);
  g_autofree char *affected = people > 0 ? koyomi_record_format (incident, KOYOMI_INCIDENT_PEOPLE_AFFECTED, get_language (self))
                                         : g_strdup ("");

  clear_box (self->facts);
  add_fact (self->facts, get_label (self, KOYOMI_INCIDENT_LEAD), koyomi_record_get_text (incident, KOYOMI_INCIDENT_LEAD));
  add_fact (self->facts, get_label (self, KOYOMI_INCIDENT_TEAM), team);
  add_fact (self->facts, get_label (self, KOYOMI_INCIDENT_DETECTED_BY), koyomi_record_get_text (incident, KOYOMI_INCIDENT_DETECTED_BY));
  add_fact (self->facts, get_label (self, KOYOMI_INCIDENT_PEOPLE_AFFECTED), affected);
}

/* How certain a time is stands behind it, unless it is exact. */
static void
show_times (KoyomiIncidentHead *self,
            KoyomiRecord       *incident)
{
  KoyomiLanguage language = get_language (self);
  KoyomiIncidentTimes times;

  koyomi_incident_times_init (&times);
  koyomi_incident_times_read (&times, incident);
  clear_box (self->times);
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      g_autofree char *text = koyomi_incident_times_format (&times, i, "%Y-%m-%d %H:%M", language);

      add_fact (self->times, koyomi_incident_time_get_label (i, language), koyomi_incident_times_is_known (&times, i) ? text : "");
    }
}

static void
koyomi_incident_head_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_INCIDENT_HEAD (object)->workspace);

  G_OBJECT_CLASS (koyomi_incident_head_parent_class)->dispose (object);
}

static void
koyomi_incident_head_class_init (KoyomiIncidentHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_incident_head_init (KoyomiIncidentHead *self)
{
}

GtkWidget *
koyomi_incident_head_new (KoyomiWorkspace *workspace)
{
  KoyomiIncidentHead *self = g_object_new (KOYOMI_TYPE_INCIDENT_HEAD, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_INCIDENT_HEAD, "koyomi-incident-head", koyomi_workspace_get_language (workspace), children);

  return GTK_WIDGET (self);
}

/* Shows the incident as the plan has it now. */
void
koyomi_incident_head_set_incident (KoyomiIncidentHead *self,
                                   gint64              incident)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_INCIDENT, incident,
                                                       get_language (self), NULL);
  g_autofree char *title = NULL;

  if (record == NULL)
    return;

  title = g_strdup_printf ("%s %s", koyomi_record_get_text (record, KOYOMI_INCIDENT_NUMBER), koyomi_record_get_title (record));
  gtk_label_set_label (GTK_LABEL (self->title), title);
  show_chips (self, record);
  show_facts (self, record);
  show_times (self, record);
  gtk_label_set_label (GTK_LABEL (self->summary), koyomi_record_get_text (record, KOYOMI_INCIDENT_SUMMARY));
  gtk_widget_set_visible (self->summary, *koyomi_record_get_text (record, KOYOMI_INCIDENT_SUMMARY) != '\0');
}

/* Always shows the times beside the rest. What scrolls as one with others is measured without its width: it would get the height that it
 * has with the times below. */
void
koyomi_incident_head_widen (KoyomiIncidentHead *self)
{
  g_return_if_fail (KOYOMI_IS_INCIDENT_HEAD (self));

  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->flow), 2);
}
