import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Unicode {
    public static String main(String json) {
        Matcher delimiter = Pattern.compile("\"delimiter\" *: *\"([^\"]*)\"").matcher(json);
        if (!delimiter.find()) {
            throw new IllegalArgumentException("no delimiter in " + json);
        }
        String winter = "❄ " + delimiter.group(1) + " ❄";
        System.out.println(winter);
        return "{\"winter\":\"" + winter + "\"}";
    }
}
