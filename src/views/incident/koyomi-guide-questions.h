#pragma once

#include <gtk/gtk.h>

#include "koyomi-report-guide.h"

G_BEGIN_DECLS

/* The questions of a guide, each with its answer.
 *
 * Signals:
 *   "answered" (): an answer was chosen or typed */
#define KOYOMI_TYPE_GUIDE_QUESTIONS (koyomi_guide_questions_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiGuideQuestions, koyomi_guide_questions, KOYOMI, GUIDE_QUESTIONS, GtkWidget)

GtkWidget                 *koyomi_guide_questions_new         (KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;
void                       koyomi_guide_questions_show        (KoyomiGuideQuestions      *self,
                                                               const KoyomiReportAnswers *answers);
const KoyomiReportAnswers *koyomi_guide_questions_get_answers (KoyomiGuideQuestions      *self);

G_END_DECLS
