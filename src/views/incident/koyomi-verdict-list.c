#include "koyomi-verdict-list.h"

typedef struct
{
  KoyomiVerdictList *list;
  gint64             clock;
  KoyomiJudgement    proposed;
  gboolean           is_own;     /* a person has chosen */
  GtkWidget         *choice;     /* not owned */
  GtkWidget         *hint;
} Line;

struct _KoyomiVerdictList
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  GPtrArray      *lines;         /* (element-type Line) */
  gboolean        is_showing;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order in which they are offered. */
static const struct
{
  KoyomiJudgement  judgement;
  const char      *label;
} judgements[] = {
  { KOYOMI_JUDGEMENT_APPLIES, N_("Must be reported") },
  { KOYOMI_JUDGEMENT_NOT_APPLICABLE, N_("Need not be reported") },
  { KOYOMI_JUDGEMENT_OPEN, N_("Not decided yet") },
};

G_DEFINE_FINAL_TYPE (KoyomiVerdictList, koyomi_verdict_list, GTK_TYPE_WIDGET)

static void
clear (KoyomiVerdictList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->lines, 0);
}

static void
koyomi_verdict_list_dispose (GObject *object)
{
  clear (KOYOMI_VERDICT_LIST (object));

  G_OBJECT_CLASS (koyomi_verdict_list_parent_class)->dispose (object);
}

static void
koyomi_verdict_list_finalize (GObject *object)
{
  g_ptr_array_unref (KOYOMI_VERDICT_LIST (object)->lines);

  G_OBJECT_CLASS (koyomi_verdict_list_parent_class)->finalize (object);
}

static void
koyomi_verdict_list_class_init (KoyomiVerdictListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_verdict_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_verdict_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_verdict_list_init (KoyomiVerdictList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->lines = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

GtkWidget *
koyomi_verdict_list_new (KoyomiLanguage language)
{
  KoyomiVerdictList *self = g_object_new (KOYOMI_TYPE_VERDICT_LIST, NULL);

  self->language = language;

  return GTK_WIDGET (self);
}

static guint
find_choice (KoyomiJudgement judgement)
{
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    if (judgements[i].judgement == judgement)
      return i;

  return 0;
}

static void
show_hint (Line *line)
{
  KoyomiLanguage language = line->list->language;
  KoyomiJudgement chosen = judgements[gtk_drop_down_get_selected (GTK_DROP_DOWN (line->choice))].judgement;
  /* Translators: %s is what the answers to questions come to, such as: Must be reported */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, "By the answers: %s"),
                                           koyomi_tr (language, judgements[find_choice (line->proposed)].label));

  gtk_label_set_label (GTK_LABEL (line->hint), text);
  gtk_widget_set_visible (line->hint, chosen != line->proposed);
}

static void
chosen_cb (Line *line)
{
  show_hint (line);
  if (line->list->is_showing)
    return;

  line->is_own = TRUE;
  g_signal_emit (line->list, signals[SIGNAL_CHOSEN], 0);
}

static GtkWidget *
make_choice (KoyomiVerdictList *self,
             const char        *title)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    gtk_string_list_append (names, koyomi_tr (self->language, judgements[i].label));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return choice;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

/* What was sent stays sent: nothing is decided on it. */
static void
add_sent (KoyomiVerdictList *self,
          const char        *title)
{
  g_autofree char *text = g_strdup_printf ("%s  %s", title, koyomi_tr (self->language, "✓ Sent"));

  gtk_widget_set_parent (make_label (text), GTK_WIDGET (self));
}

static void
add_line (KoyomiVerdictList *self,
          gint64             clock,
          const char        *title)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = make_label (title);

  line->list = self;
  line->clock = clock;
  line->choice = make_choice (self, title);
  line->hint = make_label (NULL);
  gtk_widget_add_css_class (line->hint, "caption");
  gtk_widget_add_css_class (line->hint, "dim-label");
  gtk_widget_set_hexpand (names, TRUE);
  /* Filled by the name, as in an entry of the panel. */
  gtk_widget_set_vexpand (name, TRUE);
  gtk_widget_set_vexpand (names, FALSE);
  gtk_box_append (GTK_BOX (names), name);
  gtk_box_append (GTK_BOX (names), line->hint);
  gtk_box_append (GTK_BOX (box), names);
  gtk_box_append (GTK_BOX (box), line->choice);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_swapped (line->choice, "notify::selected", G_CALLBACK (chosen_cb), line);
  g_ptr_array_add (self->lines, line);
}

/* What is kept is not changed by opening the form: a verdict that differs from what is proposed is somebody's own. */
static void
restore (Line                      *line,
         const KoyomiIncidentClock *clock)
{
  KoyomiJudgement kept = clock->state == KOYOMI_CLOCK_STATE_NOT_APPLICABLE ? KOYOMI_JUDGEMENT_NOT_APPLICABLE
                         : clock->state == KOYOMI_CLOCK_STATE_NOT_JUDGED ? KOYOMI_JUDGEMENT_OPEN : KOYOMI_JUDGEMENT_APPLIES;

  if (clock->state == KOYOMI_CLOCK_STATE_NOT_JUDGED || kept == line->proposed)
    return;

  line->is_own = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (line->choice), find_choice (kept));
}

/* Shows the duties of @proposed, with what was decided on them before. @proposed: (element-type KoyomiClockVerdict) */
void
koyomi_verdict_list_show (KoyomiVerdictList    *self,
                          KoyomiIncidentClocks *clocks,
                          GArray               *proposed)
{
  g_return_if_fail (KOYOMI_IS_VERDICT_LIST (self));

  self->is_showing = TRUE;
  clear (self);
  for (guint i = 0; i < proposed->len; i++)
    {
      const KoyomiClockVerdict *verdict = &g_array_index (proposed, KoyomiClockVerdict, i);
      KoyomiIncidentClock *clock = koyomi_incident_clocks_find (clocks, verdict->clock_id);
      g_autofree char *title = clock != NULL ? koyomi_incident_clock_dup_title (clock, self->language) : NULL;

      if (clock == NULL)
        continue;

      if (clock->state == KOYOMI_CLOCK_STATE_FILED)
        add_sent (self, title);
      else
        add_line (self, verdict->clock_id, title);
    }
  koyomi_verdict_list_propose (self, proposed);
  self->is_showing = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    restore (g_ptr_array_index (self->lines, i), koyomi_incident_clocks_find (clocks, ((Line *) self->lines->pdata[i])->clock));
  self->is_showing = FALSE;
}

/* @proposed: (element-type KoyomiClockVerdict): what the answers come to now */
void
koyomi_verdict_list_propose (KoyomiVerdictList *self,
                             GArray            *proposed)
{
  g_return_if_fail (KOYOMI_IS_VERDICT_LIST (self));

  self->is_showing = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      for (guint j = 0; j < proposed->len; j++)
        if (g_array_index (proposed, KoyomiClockVerdict, j).clock_id == line->clock)
          line->proposed = g_array_index (proposed, KoyomiClockVerdict, j).judgement;
      if (!line->is_own)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (line->choice), find_choice (line->proposed));
      show_hint (line);
    }
  self->is_showing = FALSE;
}

/* Returns: (transfer full) (element-type KoyomiClockVerdict): as they are chosen; what was sent is not among them */
GArray *
koyomi_verdict_list_dup_verdicts (KoyomiVerdictList *self)
{
  GArray *verdicts = g_array_new (FALSE, FALSE, sizeof (KoyomiClockVerdict));

  g_return_val_if_fail (KOYOMI_IS_VERDICT_LIST (self), verdicts);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);
      KoyomiClockVerdict verdict = { line->clock, judgements[gtk_drop_down_get_selected (GTK_DROP_DOWN (line->choice))].judgement };

      g_array_append_val (verdicts, verdict);
    }

  return verdicts;
}
