#include "koyomi-guide-questions.h"

#include "koyomi-number-input.h"

#include <math.h>

struct _KoyomiGuideQuestions
{
  GtkWidget            parent_instance;

  KoyomiLanguage       language;
  KoyomiReportAnswers  answers;
  gboolean             is_showing;
};

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiGuideQuestions, koyomi_guide_questions, GTK_TYPE_WIDGET)

static void
clear (KoyomiGuideQuestions *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
koyomi_guide_questions_dispose (GObject *object)
{
  clear (KOYOMI_GUIDE_QUESTIONS (object));

  G_OBJECT_CLASS (koyomi_guide_questions_parent_class)->dispose (object);
}

static void
koyomi_guide_questions_class_init (KoyomiGuideQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_guide_questions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", KOYOMI_TYPE_GUIDE_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
koyomi_guide_questions_init (KoyomiGuideQuestions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 14);
}

GtkWidget *
koyomi_guide_questions_new (KoyomiLanguage language)
{
  KoyomiGuideQuestions *self = g_object_new (KOYOMI_TYPE_GUIDE_QUESTIONS, NULL);

  self->language = language;

  return GTK_WIDGET (self);
}

static guint
get_question (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "koyomi-question"));
}

static void
chosen_cb (KoyomiGuideQuestions *self,
           GtkCheckButton       *button)
{
  if (self->is_showing || !gtk_check_button_get_active (button))
    return;

  self->answers.answers[get_question (button)] = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "koyomi-answer"));
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

/* No number is no answer; nor is what is none. */
static void
typed_cb (KoyomiGuideQuestions *self,
          GtkEditable          *entry)
{
  double number = NAN;
  gboolean is_read = koyomi_number_read_typed (gtk_editable_get_text (entry), &number, NULL) && !(number < 0);

  if (self->is_showing)
    return;

  if (is_read)
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  koyomi_report_answers_set_number (&self->answers, get_question (entry), is_read && !isnan (number) ? (gint64) number : -1);
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static GtkWidget *
make_choice (KoyomiGuideQuestions *self,
             guint                 question,
             KoyomiAnswer          answer,
             const char           *label,
             GtkWidget            *group)
{
  GtkWidget *button = gtk_check_button_new_with_label (koyomi_tr (self->language, label));

  gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), self->answers.answers[question] == answer);
  g_object_set_data (G_OBJECT (button), "koyomi-question", GUINT_TO_POINTER (question));
  g_object_set_data (G_OBJECT (button), "koyomi-answer", GUINT_TO_POINTER (answer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  koyomi_report_guide_get_question (self->answers.guide, question, self->language), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_choices (KoyomiGuideQuestions *self,
              guint                 question)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *yes = make_choice (self, question, KOYOMI_ANSWER_YES, N_("Yes"), NULL);

  gtk_box_append (GTK_BOX (line), yes);
  gtk_box_append (GTK_BOX (line), make_choice (self, question, KOYOMI_ANSWER_NO, N_("No"), yes));
  gtk_box_append (GTK_BOX (line), make_choice (self, question, KOYOMI_ANSWER_UNKNOWN, N_("Not known"), yes));

  return line;
}

static GtkWidget *
make_number (KoyomiGuideQuestions *self,
             guint                 question)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = self->answers.people >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->answers.people) : g_strdup ("");

  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), koyomi_tr (self->language, "Not known"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_report_guide_get_question (self->answers.guide, question, self->language), -1);
  g_object_set_data (G_OBJECT (entry), "koyomi-question", GUINT_TO_POINTER (question));
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
add_question (KoyomiGuideQuestions *self,
              guint                 question)
{
  const char *text = koyomi_report_guide_get_question (self->answers.guide, question, self->language);
  const char *help = koyomi_report_guide_get_help (self->answers.guide, question, self->language);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  if (help != NULL)
    gtk_box_append (GTK_BOX (box), make_label (help, "caption"));
  gtk_box_append (GTK_BOX (box), koyomi_report_guide_get_kind (self->answers.guide, question) == KOYOMI_QUESTION_NUMBER
                                 ? make_number (self, question) : make_choices (self, question));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

void
koyomi_guide_questions_show (KoyomiGuideQuestions      *self,
                             const KoyomiReportAnswers *answers)
{
  g_return_if_fail (KOYOMI_IS_GUIDE_QUESTIONS (self));

  self->is_showing = TRUE;
  clear (self);
  self->answers = *answers;
  for (guint i = 0; i < koyomi_report_guide_get_n_questions (answers->guide); i++)
    add_question (self, i);
  self->is_showing = FALSE;
}

/* Returns: (transfer none) */
const KoyomiReportAnswers *
koyomi_guide_questions_get_answers (KoyomiGuideQuestions *self)
{
  g_return_val_if_fail (KOYOMI_IS_GUIDE_QUESTIONS (self), NULL);

  return &self->answers;
}
